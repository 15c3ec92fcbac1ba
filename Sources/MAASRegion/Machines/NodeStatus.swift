import SQLite

/// What state a machine is in, by MAAS's numbers.
package enum NodeStatus: Int, Sendable, CaseIterable {
    case new = 0
    case commissioning = 1
    case failedCommissioning = 2
    case missing = 3
    case ready = 4
    case reserved = 5
    case deployed = 6
    case retired = 7
    case broken = 8
    case deploying = 9
    case allocated = 10
    case failedDeployment = 11
    case releasing = 12
    case failedReleasing = 13
    case diskErasing = 14
    case failedDiskErasing = 15
    case rescueMode = 16
    case enteringRescueMode = 17
    case failedEnteringRescueMode = 18
    case exitingRescueMode = 19
    case failedExitingRescueMode = 20
    case testing = 21
    case failedTesting = 22

    /// The text of `status_name`.
    package var label: String {
        switch self {
        case .new: "New"
        case .commissioning: "Commissioning"
        case .failedCommissioning: "Failed commissioning"
        case .missing: "Missing"
        case .ready: "Ready"
        case .reserved: "Reserved"
        case .deployed: "Deployed"
        case .retired: "Retired"
        case .broken: "Broken"
        case .deploying: "Deploying"
        case .allocated: "Allocated"
        case .failedDeployment: "Failed deployment"
        case .releasing: "Releasing"
        case .failedReleasing: "Releasing failed"
        case .diskErasing: "Disk erasing"
        case .failedDiskErasing: "Failed disk erasing"
        case .rescueMode: "Rescue mode"
        case .enteringRescueMode: "Entering rescue mode"
        case .failedEnteringRescueMode: "Failed to enter rescue mode"
        case .exitingRescueMode: "Exiting rescue mode"
        case .failedExitingRescueMode: "Failed to exit rescue mode"
        case .testing: "Testing"
        case .failedTesting: "Failed testing"
        }
    }

    /// The identifier that filters take, such as `failed_commissioning`.
    package var identifier: String {
        switch self {
        case .failedReleasing: "failed_releasing"
        case .failedEnteringRescueMode: "failed_entering_rescue_mode"
        case .failedExitingRescueMode: "failed_exiting_rescue_mode"
        default: label.lowercased().replacing(" ", with: "_")
        }
    }

    /// The status in a row of nodes, or the one to go back to in `previous_status`.
    package init(of row: Row, _ column: String = "status") throws { self = try row.stored(column) }

    package init?(label: String) {
        guard let found = Self.allCases.first(where: { $0.label == label }) else { return nil }
        self = found
    }

    package init?(identifier: String) {
        guard let found = Self.allCases.first(where: { $0.identifier == identifier }) else { return nil }
        self = found
    }
}
