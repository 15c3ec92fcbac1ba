/// Cores, memory and storage of a VM host.
public struct VMHostResources: Sendable, Equatable, Decodable {
    /// Virtual ones, where hyper-threads count.
    public let cores: Int
    /// MiB.
    public let memory: Int
    /// Bytes.
    public let localStorage: Int

    /// Cores, MiB and bytes.
    public init(cores: Int, memory: Int, localStorage: Int) {
        self.cores = cores
        self.memory = memory
        self.localStorage = localStorage
    }

    enum CodingKeys: String, CodingKey {
        case cores, memory
        case localStorage = "local_storage"
    }
}

/// A storage pool of a VM host; sizes in bytes.
public struct StoragePool: Sendable, Equatable, Decodable {
    /// The pool's UUID for virsh, its name for LXD.
    public let id: String
    /// What a disk's tag in the storage constraint goes by.
    public let name: String
    /// `dir`, `zfs`, `btrfs`, …
    public let type: String
    /// Where the hypervisor keeps the disks.
    public let path: String
    /// What fits into the pool.
    public let total: Int
    /// What disks were promised, whether they are full or not.
    public let used: Int
    /// `total` less `used`.
    public let available: Int
    /// True for the pool that disks go to unless a tag names another.
    public let isDefault: Bool

    enum CodingKeys: String, CodingKey {
        case id, name, type, path, total, used, available
        case isDefault = "default"
    }
}

/// A VM host (MAAS: vm-hosts/{id}/). MAAS keys it by `id`; the seed's system id is that of the machine it runs on.
public struct VMHost: Sendable, Equatable, Decodable {
    /// Names the host in paths, and tells hosts of one name apart.
    public let id: Int
    /// Not unique in MAAS.
    public let name: String
    /// `lxd` or `virsh`.
    public let type: String
    /// The hypervisor's, such as `5.21.1`; empty before MAAS has talked to it.
    public let version: String
    /// What VMs there can be, such as `amd64/generic`.
    public let architectures: [String]
    /// `composable` and others; empty before MAAS has talked to the host.
    public let capabilities: [String]
    /// MAAS's own `pod-console-logging`, and what callers tell hosts apart by.
    public let tags: [String]
    /// What the hardware has.
    public let total: VMHostResources
    /// What MAAS's machines there were promised.
    public let used: VMHostResources
    /// What the hardware has less what was promised, without over-commit; may be negative.
    public let available: VMHostResources
    /// Where disks go; empty before MAAS has talked to the host.
    public let storagePools: [StoragePool]
    /// Where the host stands. A VM composed without a zone goes to MAAS's default zone and not to this one.
    public let zone: Zone
    /// The pool of the host, and of VMs that are composed without one.
    public let resourcePool: ResourcePool
    private let host: HostReference
    /// So many cores are promised for each one that there is; 1 promises no more than there is.
    public let cpuOverCommitRatio: Double
    /// So much memory is promised for what there is; 1 promises no more.
    public let memoryOverCommitRatio: Double
    /// `bridge`, `passthru`, `private` or `vepa`; `nil` or empty when VMs are attached to bridges.
    public let defaultMacvlanMode: String?

    private struct HostReference: Sendable, Equatable, Decodable {
        let systemID: String?
        enum CodingKeys: String, CodingKey { case systemID = "system_id" }
    }

    enum CodingKeys: String, CodingKey {
        case id, name, type, version, architectures, capabilities, tags, total, used, available, zone, host
        case storagePools = "storage_pools"
        case resourcePool = "pool"
        case cpuOverCommitRatio = "cpu_over_commit_ratio"
        case memoryOverCommitRatio = "memory_over_commit_ratio"
        case defaultMacvlanMode = "default_macvlan_mode"
    }

    /// The system id of the machine or controller that the host runs on; `nil` when MAAS does not know it.
    public var systemID: String? { host.systemID }
    /// What the hardware has.
    public var totalCores: Int { total.cores }
    /// MiB.
    public var totalMemory: Int { total.memory }
    /// What MAAS's machines there were promised.
    public var usedCores: Int { used.cores }
    /// MiB.
    public var usedMemory: Int { used.memory }
    /// Without over-commit; negative when more is used than there is.
    public var availableCores: Int { available.cores }
    /// MiB, without over-commit.
    public var availableMemory: Int { available.memory }
    /// True when MAAS can create VMs there.
    public var isComposable: Bool { capabilities.contains("composable") }
}
