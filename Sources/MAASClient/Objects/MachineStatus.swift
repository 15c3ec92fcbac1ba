/// The status of a machine, by MAAS's code (NODE_STATUS).
public enum MachineStatus: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Enlisted, its hardware not looked at yet.
    case new
    /// MAAS looks at its hardware.
    case commissioning
    /// Its hardware could not be looked at; a failure.
    case failedCommissioning
    /// It was there and cannot be reached any more; a failure.
    case missing
    /// Can be allocated.
    case ready
    /// Kept for someone; MAAS itself does not go there.
    case reserved
    /// Runs the operating system that it was deployed with.
    case deployed
    /// Taken out of service for good; MAAS itself does not go there.
    case retired
    /// Someone said that it does not work; a failure.
    case broken
    /// The operating system is being installed.
    case deploying
    /// Has an owner, and nothing on it yet.
    case allocated
    /// The operating system did not come up; a failure.
    case failedDeployment
    /// On its way from its owner back to Ready.
    case releasing
    /// It could not be given back, most often because its power cannot be controlled; a failure.
    case failedReleasing
    /// Its disks are emptied before it is given back.
    case diskErasing
    /// Its disks may still hold what its owner had there; a failure.
    case failedDiskErasing
    /// Runs a system from memory in which people can look for what is wrong.
    case rescueMode
    /// Boots into rescue mode.
    case enteringRescueMode
    /// Did not get into rescue mode; a failure.
    case failedEnteringRescueMode
    /// Goes back to what it was before rescue mode.
    case exitingRescueMode
    /// Did not get out of rescue mode; a failure.
    case failedExitingRescueMode
    /// Test scripts run on it.
    case testing
    /// A test script found something; a failure.
    case failedTesting
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

    /// The status with a number of MAAS's; a number that is not known here is kept.
    public init(code: Int) { self = Self.known.indices.contains(code) ? Self.known[code].status : .other(code) }

    /// MAAS's number, as `status` of a machine has it.
    public var code: Int {
        if case .other(let code) = self { return code }
        return Self.known.firstIndex { $0.status == self } ?? -1
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

    /// MAAS's own words, such as `Failed deployment`.
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
