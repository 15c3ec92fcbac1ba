import Foundation

/// A disk of a VM to compose.
public struct DiskSpec: Sendable, Equatable {
    /// `20`, `20GB`, `1.5TB` (decimal) or `20GiB`, `512MiB` (binary); without a unit it is GB, as MAAS counts.
    public var size: String
    /// The name of the host's storage pool; `nil` takes its default one.
    public var pool: String?
    /// Tags of the block device.
    public var tags: [String]

    /// A disk in the host's default pool unless another is named.
    public init(size: String, pool: String? = nil, tags: [String] = []) {
        (self.size, self.pool, self.tags) = (size, pool, tags)
    }
}

/// What becomes of a VM between compose and use.
public enum Commissioning: Sendable, Equatable {
    /// The VM is Ready at once; MAAS takes its hardware from what was asked for. Released later, it goes to New.
    case skip
    /// MAAS commissions the VM, and the call waits until it is Ready.
    case wait(timeout: Duration)
}

/// A VM as a user wants it (seed: VMSpec).
public struct VMSpec: Sendable, Equatable {
    /// Without a domain; `nil` lets MAAS make up a name.
    public var hostname: String?
    /// At least 1.
    public var cores: Int
    /// MiB; MAAS composes no VM with less than 1024.
    public var memory: Int
    /// The first one is the boot disk. None: MAAS's default of 8 GB.
    public var disks: [DiskSpec] = []
    /// An LXD profile. MAAS has no way to choose one: live refuses it, see the page "from mock to live".
    public var profile: String?
    /// The LXD project. In MAAS it belongs to the VM host, so only hosts with this project are taken.
    public var project: String?
    /// cloud-init user data. MAAS takes it at deploy, so a VM with user data is deployed after it was composed.
    public var userData: String?
    /// The release to deploy with user data, such as `noble`; `nil` takes MAAS's default.
    public var distroSeries: String?
    /// Tags of the machine; they must exist in MAAS.
    public var tags: [String] = []
    /// `nil`: what MAAS gives a VM by itself, which is one interface in the host's network.
    public var networkConfig: VMNetworkConfig?
    /// What the call does before it returns.
    public var commissioning: Commissioning = .skip

    /// A VM with what every VM must have; the rest is set afterwards.
    public init(cores: Int, memory: Int, disks: [DiskSpec] = [], hostname: String? = nil) {
        self.cores = cores
        self.memory = memory
        self.disks = disks
        self.hostname = hostname
    }
}

/// What a VM was composed to (seed: LXDVMResult).
public struct LXDVMResult: Sendable, Equatable {
    /// MAAS's name for the VM's machine, for `LXDService.networkStatus(of:)` and `LXDService.deleteVM(_:)`.
    public let systemID: String
    /// As it was asked for, or as MAAS made it up.
    public let hostname: String
    /// MAAS's id of the VM host.
    public let hostID: Int
    /// The VM host's name.
    public let hostName: String
    /// The zone of the VM.
    public let failureDomain: String
    /// The LXD project that was asked for; `nil` when none was.
    public let project: String?
    /// MAAS's status name, such as `Ready`.
    public let status: String
    /// As it was when the compose was over; what was asked for, where it could not be read.
    public let networkStatus: VMNetworkStatus
}
