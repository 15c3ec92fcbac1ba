/// The status of a machine, by MAAS's code (NODE_STATUS).
public enum MachineStatus: Sendable, Hashable, CustomStringConvertible {
    case new, commissioning, failedCommissioning, missing, ready, reserved, deployed, retired, broken, deploying
    case allocated, failedDeployment, releasing, failedReleasing, diskErasing, failedDiskErasing
    case rescueMode, enteringRescueMode, failedEnteringRescueMode, exitingRescueMode, failedExitingRescueMode
    case testing, failedTesting
    /// A code that this client does not know.
    case other(Int)

    /// In the order of their codes, from 0.
    private static let known: [(status: MachineStatus, name: String)] = [
        (.new, "New"), (.commissioning, "Commissioning"), (.failedCommissioning, "Failed commissioning"),
        (.missing, "Missing"), (.ready, "Ready"), (.reserved, "Reserved"), (.deployed, "Deployed"),
        (.retired, "Retired"), (.broken, "Broken"), (.deploying, "Deploying"), (.allocated, "Allocated"),
        (.failedDeployment, "Failed deployment"), (.releasing, "Releasing"), (.failedReleasing, "Releasing failed"),
        (.diskErasing, "Disk erasing"), (.failedDiskErasing, "Failed disk erasing"), (.rescueMode, "Rescue mode"),
        (.enteringRescueMode, "Entering rescue mode"), (.failedEnteringRescueMode, "Failed to enter rescue mode"),
        (.exitingRescueMode, "Exiting rescue mode"), (.failedExitingRescueMode, "Failed to exit rescue mode"),
        (.testing, "Testing"), (.failedTesting, "Failed testing"),
    ]

    public init(code: Int) { self = Self.known.indices.contains(code) ? Self.known[code].status : .other(code) }

    public var code: Int {
        if case .other(let code) = self { return code }
        return Self.known.firstIndex { $0.status == self } ?? -1
    }

    public var description: String {
        if case .other(let code) = self { return "status \(code)" }
        return Self.known.first { $0.status == self }?.name ?? ""
    }

    /// True for a status that a machine does not leave by itself, and that says something failed.
    public var isFailure: Bool {
        switch self {
        case .failedCommissioning, .missing, .broken, .failedDeployment, .failedReleasing, .failedDiskErasing,
            .failedEnteringRescueMode, .failedExitingRescueMode, .failedTesting:
            true
        default: false
        }
    }
}
