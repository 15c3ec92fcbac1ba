/// How a case ended.
public enum Outcome: Sendable, Equatable {
    case passed
    /// The target does not do what MAAS does.
    case failed([String])
    /// The suite could not do its part.
    case errored(String)
    case skipped(String)
    /// It failed, as is known of this version of MAAS.
    case knownDeviation(String)
    /// It passed, though a deviation is on record: the record is out of date.
    case unexpectedPass(String)

    /// True when it makes the run fail.
    public var isBad: Bool {
        switch self {
        case .failed, .errored, .unexpectedPass: true
        case .passed, .skipped, .knownDeviation: false
        }
    }

    /// `passed`, `failed`, `error`, `skipped`, `deviation` or `unexpected pass`.
    public var word: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .errored: "error"
        case .skipped: "skipped"
        case .knownDeviation: "deviation"
        case .unexpectedPass: "unexpected pass"
        }
    }

    /// The reasons, if it needs any.
    public var reasons: [String] {
        switch self {
        case .passed: []
        case .failed(let reasons): reasons
        case .errored(let reason), .skipped(let reason), .knownDeviation(let reason): [reason]
        case .unexpectedPass(let reason): ["it passed, though it is on record as a deviation: \(reason)"]
        }
    }
}

extension Outcome {
    /// The same with its texts changed.
    func mapReasons(_ change: (String) -> String) -> Outcome {
        switch self {
        case .passed: .passed
        case .failed(let reasons): .failed(reasons.map(change))
        case .errored(let reason): .errored(change(reason))
        case .skipped(let reason): .skipped(change(reason))
        case .knownDeviation(let reason): .knownDeviation(change(reason))
        case .unexpectedPass(let reason): .unexpectedPass(change(reason))
        }
    }
}

/// A case that was run, or not.
public struct CaseResult: Sendable {
    public let item: Case
    public let outcome: Outcome
    public let seconds: Double
    /// What was asked and answered: whole where the case went wrong, else only requests and statuses.
    public let exchanges: [Exchange]
    /// What it saw, for the table of differences between mock and live.
    public var observations: [Observation] = []
}

/// What a run is about.
public struct RunInfo: Sendable {
    public let runID: String
    public let target: String
    public let version: String
    public let isEmulator: Bool
    public let profiles: [Profile]
    public let count: Int
    /// What the target lacks, and why.
    public let missing: [(capability: Capability, reason: String)]
}

/// What a run came to.
public struct RunSummary: Sendable {
    public var results: [CaseResult] = []
    /// What could not be removed.
    public var leftovers: [String] = []
    public var interrupted = false
    public var seconds = 0.0

    public init() {}

    public func count(_ word: String) -> Int { results.filter { $0.outcome.word == word }.count }
    public var isGood: Bool { !interrupted && leftovers.isEmpty && !results.contains { $0.outcome.isBad } }
}

/// A run as it happens; reports are made of these.
public enum RunEvent: Sendable {
    case started(RunInfo)
    case caseStarted(Case)
    case caseFinished(CaseResult)
    case finished(RunSummary)
}

/// Makes one report of a run's events.
public protocol Recorder: AnyObject {
    func record(_ event: RunEvent)
}
