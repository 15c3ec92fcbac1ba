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
}

/// What a run came to.
public struct RunSummary: Sendable {
    /// By the order of the cases, those that ran alone last.
    public var results: [CaseResult] = []
    /// What could not be removed.
    public var leftovers: [String] = []
    /// True when the calling task was cancelled.
    public var interrupted = false
    /// How long the whole run took, cleaning included.
    public var seconds = 0.0

    /// The sum of nothing: an empty run is good.
    public init() {}

    /// How many cases ended so; the words are those of `Outcome.word`.
    public func count(_ word: String) -> Int { results.filter { $0.outcome.word == word }.count }
    /// True when nothing went wrong, nothing was left behind and nobody interrupted.
    public var isGood: Bool { !interrupted && leftovers.isEmpty && !results.contains { $0.outcome.isBad } }
}
