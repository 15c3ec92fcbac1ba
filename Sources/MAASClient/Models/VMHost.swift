/// Cores, memory and storage of a VM host.
public struct VMHostResources: Sendable, Equatable, Decodable {
    public let cores: Int
    /// MiB.
    public let memory: Int
    /// Bytes.
    public let localStorage: Int

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
    public let id: String
    public let name: String
    /// `dir`, `zfs`, `btrfs`, …
    public let type: String
    public let path: String
    public let total: Int
    public let used: Int
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
    public let id: Int
    /// Not unique in MAAS.
    public let name: String
    /// `lxd` or `virsh`.
    public let type: String
    public let version: String
    public let architectures: [String]
    /// `composable` and others; empty before MAAS has talked to the host.
    public let capabilities: [String]
    public let tags: [String]
    public let total: VMHostResources
    public let used: VMHostResources
    public let available: VMHostResources
    public let storagePools: [StoragePool]
    public let zone: Zone
    public let resourcePool: ResourcePool
    private let host: HostReference
    public let cpuOverCommitRatio: Double
    public let memoryOverCommitRatio: Double
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
    public var totalCores: Int { total.cores }
    /// MiB.
    public var totalMemory: Int { total.memory }
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
