/// How a script stands, by MAAS's code (SCRIPT_STATUS).
public enum ScriptStatus: Sendable, Hashable, Codable {
    /// Waits for its turn.
    case pending
    /// Runs.
    case running
    /// Ended well.
    case passed
    /// Ended badly.
    case failed
    /// Took longer than it may.
    case timedOut
    /// Somebody stopped it.
    case aborted
    /// Ended well, with something to note.
    case degraded
    /// Its packages are being installed.
    case installing
    /// Its packages could not be installed.
    case failedInstalling
    /// Not run.
    case skipped
    /// The network is configured for it.
    case applyingNetworkConfiguration
    /// The network could not be configured for it.
    case failedApplyingNetworkConfiguration
    /// A code that this client does not know.
    case other(Int)

    /// In the order of their codes, from 0.
    private static let known: [ScriptStatus] = [
        .pending, .running, .passed, .failed, .timedOut, .aborted, .degraded, .installing, .failedInstalling, .skipped,
        .applyingNetworkConfiguration, .failedApplyingNetworkConfiguration,
    ]

    /// The status with a number of MAAS's; a number that is not known here is kept.
    public init(code: Int) { self = Self.known.indices.contains(code) ? Self.known[code] : .other(code) }

    /// MAAS's number.
    public var code: Int {
        if case .other(let code) = self { return code }
        return Self.known.firstIndex(of: self) ?? -1
    }

    /// True when the script is over and did not do what it should.
    public var isFailure: Bool {
        switch self {
        case .failed, .timedOut, .degraded, .failedInstalling, .failedApplyingNetworkConfiguration: true
        default: false
        }
    }

    /// Reads MAAS's number.
    public init(from decoder: any Decoder) throws {
        self.init(code: try decoder.singleValueContainer().decode(Int.self))
    }

    /// Writes MAAS's number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
