/// How runs of commissioning, testing and installation scripts stand, by MAAS's numbers.
enum ScriptStatus: Int, Sendable {
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

    var label: String {
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
        }
    }
}
