import Foundation
import HTTPClient
import MAASClient

/// What the user says may be used on the target.
public struct Allowance: Sendable, Equatable {
    /// A VM host's name.
    public var vmHost: String?
    /// A subnet's CIDR.
    public var subnet: String?
    /// A zone's name: only VM hosts there are used.
    public var zone: String?
    /// A resource pool's name: only VM hosts in it are used.
    public var pool: String?

    /// Whatever is not named may be used.
    public init(vmHost: String? = nil, subnet: String? = nil, zone: String? = nil, pool: String? = nil) {
        (self.vmHost, self.subnet, self.zone, self.pool) = (vmHost, subnet, zone, pool)
    }
}

/// What a target has that cases can use, found out before the first case.
public struct Surroundings: Sendable {
    /// What cases hold for or not. The mock stands for 3.7.
    public internal(set) var version = MAASVersion(3, 7)
    /// As the target tells it, such as `3.7.3`.
    public internal(set) var fullVersion = "mock"
    /// True when the target has the emulator's control endpoints; then time passes when the suite waits.
    public internal(set) var isEmulator = false
    /// True for an emulator whose time stands still: the suite moves it where it waits.
    var movesClock = false
    /// Why each capability is not there; what is not named here is there.
    public internal(set) var missing: [Capability: String] = [:]
    /// What makes cases fail that is none of the target's doing.
    public internal(set) var hints: [String] = []
    /// Where cases compose LXD VMs: the one with the most room of those that are allowed.
    public internal(set) var vmHost: VMHost?
    /// Where cases compose virsh VMs.
    public internal(set) var virshHost: VMHost?
    /// Where cases take addresses: managed, with DHCP and a gateway, in a VLAN of the VM host.
    public internal(set) var subnet: Subnet?
    /// An architecture that machines can be added with, such as `amd64/generic`.
    public internal(set) var architecture: String?
    /// The Ubuntu release whose image is there, such as `noble`; MAAS's default one where that is there.
    public internal(set) var series: String?
    /// How many small VMs the VM host has room for at once.
    var vmHostRoom = 0
    /// What `{name}` stands for in wire cases.
    var variables: [(String, JSON)] = []
    /// The networks that cases may make.
    var testNetworks = TestNetworks()
    /// Free addresses of the subnet that the run may use.
    var freeAddresses: [String] = []

    /// The surroundings of the mock: nothing but what the mock makes up.
    static var mock: Surroundings {
        var surroundings = Surroundings()
        for capability in Capability.allCases where ![.admin, .vmHosts, .vmHost].contains(capability) {
            surroundings.missing[capability] = "the mock has none of it"
        }
        return surroundings
    }
}

/// The suite cannot do its work on a target.
public struct TargetError: Error, Sendable, CustomStringConvertible {
    /// Why, for people; without secrets.
    public let description: String

    init(_ description: String) { self.description = description }
}

extension TargetError: LocalizedError {
    /// What `localizedDescription` shows: the description, where Foundation would write only the error's number.
    public var errorDescription: String? { description }
}
