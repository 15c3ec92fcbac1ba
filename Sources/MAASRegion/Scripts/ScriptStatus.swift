import SQLite

/// How scripts and their runs stand, by MAAS's numbers (`metadataserver/enum.py`).
package enum ScriptStatus: Int, Sendable, CaseIterable, SQLReadable {
    /// No script has run.
    case unknown = -1
    case pending = 0
    case running = 1
    case passed = 2
    case failed = 3
    case timedOut = 4
    case aborted = 5
    case degraded = 6
    case installing = 7
    case failedInstalling = 8
    case skipped = 9
    case applyingNetworking = 10
    case failedApplyingNetworking = 11

    package var label: String {
        switch self {
        case .unknown: "Unknown"
        case .pending: "Pending"
        case .running: "Running"
        case .passed: "Passed"
        case .failed: "Failed"
        case .timedOut: "Timed out"
        case .aborted: "Aborted"
        case .degraded: "Degraded"
        case .installing: "Installing dependencies"
        case .failedInstalling: "Failed installing dependencies"
        case .skipped: "Skipped"
        case .applyingNetworking: "Applying custom network configuration"
        case .failedApplyingNetworking: "Failed to apply custom network configuration"
        }
    }

    /// Started and not over.
    var isRunning: Bool { [.running, .installing, .applyingNetworking].contains(self) }
    package var isRunningOrPending: Bool { isRunning || self == .pending }
    package var isFailed: Bool { [.failed, .timedOut, .failedInstalling, .failedApplyingNetworking].contains(self) }

    /// The statuses that are not over, for SQL.
    static let unfinished = "(0, 1, 7, 10)"

    private static let precedence: [ScriptStatus] = [
        .running, .applyingNetworking, .installing, .pending, .aborted, .failed, .failedApplyingNetworking,
        .failedInstalling, .timedOut, .degraded,
    ]

    /// What several results come to (`get_status_from_qs`): `.unknown` without any; suppressed ones do not count.
    package static func overall(_ results: [(status: ScriptStatus, isSuppressed: Bool)]) -> ScriptStatus {
        guard !results.isEmpty else { return .unknown }
        let first = precedence.first { status in results.contains { !$0.isSuppressed && $0.status == status } }
        guard let first else { return .passed }
        if first.isRunning { return .running }
        return first.isFailed ? .failed : first
    }
}
