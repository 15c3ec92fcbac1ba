import HTTPClient
import MAASClient

/// A host that VMs can be composed on (seed: LXDHost).
public struct LXDHost: Sendable, Equatable {
    /// A storage pool; bytes.
    public struct Pool: Sendable, Equatable {
        /// What `DiskSpec.pool` goes by.
        public var name: String
        /// Bytes that fit into it.
        public var total: Int
        /// Bytes that were not promised yet.
        public var available: Int
        /// True for the pool that disks without one go to.
        public var isDefault: Bool

        /// A pool as a test or a mock makes one; bytes.
        public init(name: String, total: Int, available: Int, isDefault: Bool) {
            (self.name, self.total, self.available, self.isDefault) = (name, total, available, isDefault)
        }
    }

    /// MAAS's id of the VM host.
    public var id: Int
    /// The system id of the machine it runs on, if MAAS knows it.
    public var systemID: String?
    /// As MAAS calls it; not unique.
    public var name: String
    /// `lxd` or `virsh`.
    public var type: String
    /// The zone: the seed's failure domain.
    public var availabilityZone: String
    /// The pool's name.
    public var resourcePool: String
    /// All of the host's; `LXDScope.tags` must be among them.
    public var tags: [String]
    /// Memory in MiB, storage in bytes.
    public var total: VMHostResources
    /// What MAAS's machines there were promised; memory in MiB, storage in bytes.
    public var used: VMHostResources
    /// So many cores may be promised for each one that there is.
    public var cpuOverCommitRatio: Double
    /// So much memory may be promised for what there is.
    public var memoryOverCommitRatio: Double
    /// Where disks go; empty before MAAS has talked to the host.
    public var storagePools: [Pool]
    /// Why VMs should not be composed there; `nil` when they can.
    public var healthProblem: String?

    /// A host as a test or a mock makes one: healthy, and in MAAS's default zone and pool unless others are named.
    public init(
        id: Int, systemID: String?, name: String, type: String = "lxd", availabilityZone: String = "default",
        resourcePool: String = "default", tags: [String] = [], total: VMHostResources, used: VMHostResources,
        cpuOverCommitRatio: Double = 1, memoryOverCommitRatio: Double = 1, storagePools: [Pool],
        healthProblem: String? = nil
    ) {
        self.id = id
        self.systemID = systemID
        self.name = name
        self.type = type
        self.availabilityZone = availabilityZone
        self.resourcePool = resourcePool
        self.tags = tags
        self.total = total
        self.used = used
        self.cpuOverCommitRatio = cpuOverCommitRatio
        self.memoryOverCommitRatio = memoryOverCommitRatio
        self.storagePools = storagePools
        self.healthProblem = healthProblem
    }

    /// Converts MAAS's object (seed: convertClientVMHostToLXDHost).
    /// - Parameters:
    ///   - host: the VM host.
    ///   - machine: the machine it runs on, when MAAS has one and it was read: a host is healthy only while that is
    ///     deployed and on.
    public init(_ host: VMHost, machine: Machine?) {
        self.init(
            id: host.id, systemID: host.systemID, name: host.name, type: host.type, availabilityZone: host.zone.name,
            resourcePool: host.resourcePool.name, tags: host.tags, total: host.total, used: host.used,
            cpuOverCommitRatio: host.cpuOverCommitRatio, memoryOverCommitRatio: host.memoryOverCommitRatio,
            storagePools: host.storagePools.map {
                Pool(name: $0.name, total: $0.total, available: $0.available, isDefault: $0.isDefault)
            },
            healthProblem: Self.complaint(host, machine))
    }

    /// Cores that may still be promised, over-commit included.
    public var freeCores: Int {
        Int(saturating: Double(total.cores) * cpuOverCommitRatio).subtractingSaturating(used.cores)
    }
    /// MiB that may still be promised, over-commit included.
    public var freeMemory: Int {
        Int(saturating: Double(total.memory) * memoryOverCommitRatio).subtractingSaturating(used.memory)
    }

    private static func complaint(_ host: VMHost, _ machine: Machine?) -> String? {
        if !host.isComposable { return "MAAS has not been able to talk to it: it has no capabilities" }
        if host.total.cores == 0 || host.total.memory == 0 { return "MAAS does not know its cores and memory yet" }
        guard let machine else { return nil }
        if machine.status != .deployed { return "the machine it runs on is \(machine.statusName)" }
        if ["off", "error"].contains(machine.powerState) {
            return "the power of the machine it runs on is \(machine.powerState)"
        }
        return nil
    }
}
