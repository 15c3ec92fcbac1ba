/// How a case ended.
public enum Outcome: Sendable, Equatable {
    /// The target does what MAAS does.
    case passed
    /// The target does not do what MAAS does.
    case failed([String])
    /// The suite could not do its part.
    case errored(String)
    /// It did not run here; the reason says what would make it.
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
