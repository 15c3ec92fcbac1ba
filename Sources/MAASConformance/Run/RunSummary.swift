import Foundation

/// A case that was run, or not.
public struct CaseResult: Sendable {
    /// The case.
    public let item: Case
    /// How it ended.
    public let outcome: Outcome
    /// How long it took, undoing included.
    public let seconds: Double
    /// What was asked and answered: whole where the case went wrong, else only requests and statuses.
    public let exchanges: [Exchange]
    /// What it saw, for the table of differences between mock and live.
    public var observations: [Observation] = []
    /// False for a case of another profile than the run's.
    public var isOfProfile = true
    /// False where the case could not be asked of this target: another profile, another version, or only the emulator's.
    public var isDue = true
    /// Both answers, where they were held against each other and differ.
    var pair: AnswerPair?
}

/// What a run is about.
public struct RunInfo: Sendable {
    /// What the names of everything it makes carry: `maasct-RUNID-`.
    public let runID: String
    /// The endpoint, or `mock`.
    public let target: String
    /// The target's whole version, such as `3.7.3`; `mock` for the mock.
    public let version: String
    /// True when the target says that it is the emulator.
    public let isEmulator: Bool
    /// What was chosen; a case that is in none of them is skipped.
    public let profiles: [Profile]
    /// How many cases will finish, skipped ones included.
    public let count: Int
    /// What the target lacks, and why.
    public let missing: [(capability: Capability, reason: String)]
    /// What else a reader should know of the target before the results.
    public var hints: [String] = []
    /// When the run began.
    public var started = Date()
    /// The machine that the suite runs on.
    public var host = RunInfo.thisHost
    /// Where cases compose, by name; what the target lacks is not here.
    public var vmHosts: [String] = []

    /// The version of the suite.
    public static let suiteVersion = "0.1.0"

    /// What every report says besides its cases, as names and values.
    var facts: [(name: String, value: String)] {
        [
            ("target", target + (isEmulator ? " (emulator)" : "")), ("MAAS", version), ("run", runID),
            ("profile", profiles.map(\.rawValue).joined(separator: ", ")),
            ("VM hosts", vmHosts.isEmpty ? "none" : vmHosts.joined(separator: ", ")), ("date", date), ("host", host),
            ("suite", Self.suiteVersion),
        ]
    }

    /// When the run began, as JUnit and JSON write it: UTC, to the second.
    var date: String { started.formatted(.iso8601) }

    private static var thisHost: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// What a run came to.
public struct RunSummary: Sendable {
    /// By the order of the cases, those that ran alone last.
    public var results: [CaseResult] = []
    /// What could not be removed.
    public var leftovers: [String] = []
    /// True when the calling task was cancelled.
    public var interrupted = false
    /// Why the target gave no answers any more before the run was over; `nil` when it stayed.
    public var wentAway: String?
    /// Cases that the profile holds for this target and that were not chosen.
    public var notChosen = 0
    /// How long the whole run took, cleaning included.
    public var seconds = 0.0
    /// True where answers were held against other answers, and not against what cases expect.
    var comparesAnswers = false

    /// The sum of nothing: an empty run is good.
    public init() {}

    /// How many cases ended so; the words are those of `Outcome.word`.
    public func count(_ word: String) -> Int { results.filter { $0.outcome.word == word }.count }
    /// True when nothing went wrong, nothing was left behind and nobody interrupted.
    public var isGood: Bool {
        !interrupted && wentAway == nil && leftovers.isEmpty && !results.contains { $0.outcome.isBad }
    }

    /// What can be said of the target.
    public var verdict: Verdict {
        if let wentAway { return .wentAway(wentAway) }
        if interrupted { return .interrupted }
        if comparesAnswers {
            let bad = results.count { $0.outcome.isBad }
            return isGood ? .alike(results.count { $0.outcome == .passed }) : .differs(bad, of: results.count)
        }
        guard isGood else { return .doesNotConform }
        let due = results.filter(\.isDue)
        let ran = due.count { $0.outcome == .passed || $0.outcome.word == "deviation" }
        let all = due.count + notChosen
        return ran == all && ran > 0 ? .conforms : .part(ran: ran, of: all)
    }
}

/// What a run lets one say of its target.
public enum Verdict: Sendable, Equatable {
    /// All that the profile holds for this target ran, and nothing was wrong.
    case conforms
    /// Nothing was wrong in what ran, which is not all.
    case part(ran: Int, of: Int)
    /// Something was wrong.
    case doesNotConform
    /// Answers were held against others: so many, and none differs.
    case alike(Int)
    /// Answers were held against others, and some differ.
    case differs(Int, of: Int)
    /// Somebody ended the run.
    case interrupted
    /// The target gave no answers any more, for this reason.
    case wentAway(String)

    /// True when everything that was to be shown was.
    var isWhole: Bool {
        switch self {
        case .conforms, .alike: true
        default: false
        }
    }

    /// A word for programs.
    public var word: String {
        switch self {
        case .conforms: "conforms"
        case .part: "part"
        case .doesNotConform: "does not conform"
        case .alike: "alike"
        case .differs: "differs"
        case .interrupted: "interrupted"
        case .wentAway: "went away"
        }
    }

    /// A sentence for people.
    public var sentence: String {
        switch self {
        case .conforms: "The target conforms."
        case .part(0, let all):
            "Nothing ran of the \(all) cases that the profile holds: nothing can be said of the target."
        case .part(let ran, let all):
            "What ran was as MAAS does it, but only \(ran) of the \(all) cases that the profile holds ran: no verdict on the "
                + "whole."
        case .doesNotConform: "The target does not conform."
        case .alike(0): "Nothing was compared."
        case .alike(let count): "A client would not have noticed: \(count) of \(count) answers are alike."
        case .differs(let bad, let all): "A client would have seen something else in \(bad) of \(all) answers."
        case .interrupted: "The run was interrupted."
        case .wentAway(let reason): "The target went away in mid-run: \(reason)"
        }
    }
}
