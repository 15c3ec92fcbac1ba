import MAASClient

/// A host that VMs can be composed on (seed: LXDHost).
public struct LXDHost: Sendable, Equatable {
    /// A storage pool; bytes.
    public struct Pool: Sendable, Equatable {
        public var name: String
        public var total: Int
        public var available: Int
        public var isDefault: Bool

        public init(name: String, total: Int, available: Int, isDefault: Bool) {
            (self.name, self.total, self.available, self.isDefault) = (name, total, available, isDefault)
        }
    }

    /// MAAS's id of the VM host.
    public var id: Int
    /// The system id of the machine it runs on, if MAAS knows it.
    public var systemID: String?
    public var name: String
    /// `lxd` or `virsh`.
    public var type: String
    /// The zone: the seed's failure domain.
    public var availabilityZone: String
    public var resourcePool: String
    public var tags: [String]
    /// Memory in MiB, storage in bytes.
    public var total: VMHostResources
    public var used: VMHostResources
    public var cpuOverCommitRatio: Double
    public var memoryOverCommitRatio: Double
    public var storagePools: [Pool]
    /// Why VMs should not be composed there; `nil` when they can.
    public var unhealthy: String?

    public init(
        id: Int, systemID: String?, name: String, type: String = "lxd", availabilityZone: String = "default",
        resourcePool: String = "default", tags: [String] = [], total: VMHostResources, used: VMHostResources,
        cpuOverCommitRatio: Double = 1, memoryOverCommitRatio: Double = 1, storagePools: [Pool],
        unhealthy: String? = nil
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
        self.unhealthy = unhealthy
    }

    /// Converts MAAS's object (seed: convertClientVMHostToLXDHost).
    /// - Parameter machine: the machine it runs on, when MAAS has one and it was read.
    public init(_ host: VMHost, machine: Machine?) {
        self.init(
            id: host.id, systemID: host.systemID, name: host.name, type: host.type, availabilityZone: host.zone.name,
            resourcePool: host.resourcePool.name, tags: host.tags, total: host.total, used: host.used,
            cpuOverCommitRatio: host.cpuOverCommitRatio, memoryOverCommitRatio: host.memoryOverCommitRatio,
            storagePools: host.storagePools.map {
                Pool(name: $0.name, total: $0.total, available: $0.available, isDefault: $0.isDefault)
            },
            unhealthy: Self.complaint(host, machine))
    }

    /// Cores that may still be promised, over-commit included.
    public var freeCores: Int { Int(Double(total.cores) * cpuOverCommitRatio) - used.cores }
    /// MiB that may still be promised, over-commit included.
    public var freeMemory: Int { Int(Double(total.memory) * memoryOverCommitRatio) - used.memory }

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
