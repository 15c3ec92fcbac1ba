/// What a run does.
public struct RunOptions: Sendable {
    /// `nil`: all on the emulator and the mock, read-only elsewhere.
    public var profiles: Set<Profile>?
    /// Only cases that match one of these; none: all.
    public var only: [CasePattern] = []
    /// No cases that match one of these, whatever `only` says.
    public var skip: [CasePattern] = []
    /// Whether anything may be created on a target that is not the emulator.
    public var mayWrite = false
    /// Whether machines may be deployed and waited for on a target that is not the emulator: minutes each.
    public var mayDeploy = false
    /// What of the target may be used; nothing named means anything.
    public var allowance = Allowance()
    /// Seconds a case may take, beyond what its steps say they wait for (a deployment takes as long as it takes).
    public var timeout = 300
    /// Cases at once.
    public var parallel = 4
    /// Marks everything the run creates; `nil` makes one up.
    public var runID: String?
    /// Failures that are known of the target's version and do not count.
    public var deviations = Deviations()
    /// False in tests that show what `clean` does after a run that was killed.
    var cleansUp = true
    /// Waits until a case's seconds are over; tests say by themselves when that is.
    var deadline: @Sendable (_ seconds: Int) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }

    /// What `maas-conformance run` does without flags.
    public init() {}

    /// Six letters and digits that begin with a letter.
    public static func newRunID() -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyz")
        let all = letters + Array("23456789")
        return String((0..<6).map { index in (index == 0 ? letters : all).randomElement() ?? "x" })
    }

    /// What the names of everything that a run creates begin with.
    public static func prefix(runID: String) -> String { "\(anyPrefix)\(runID)-" }

    /// What every prefix begins with.
    public static let anyPrefix = "maasct-"
}
