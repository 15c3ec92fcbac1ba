// Written by script/generate-client.py; change Description/objects.json instead.

/// A VM host (MAAS: vm-hosts/{id}/). MAAS keys it by `id`; the seed's system id is that of the machine it runs on.
public struct VMHost: MAASObject {
    /// Names the host in paths, and tells hosts of one name apart.
    public var id: Int
    /// Not unique in MAAS.
    public var name: String
    /// `lxd` or `virsh`.
    public var type: String
    /// The hypervisor's, such as `5.21.1`; empty before MAAS has talked to it.
    public var version: String
    /// What VMs there can be, such as `amd64/generic`.
    public var architectures: [String]
    /// `composable` and others; empty before MAAS has talked to the host.
    public var capabilities: [String]
    /// MAAS's own `pod-console-logging`, and what callers tell hosts apart by.
    public var tags: [String]
    /// What the hardware has.
    public var total: VMHostResources
    /// What MAAS's machines there were promised.
    public var used: VMHostResources
    /// What the hardware has less what was promised, without over-commit; may be negative.
    public var available: VMHostResources
    /// Where disks go; empty before MAAS has talked to the host.
    public var storagePools: [StoragePool]
    /// Where the host stands. A VM composed without a zone goes to MAAS's default zone and not to this one.
    public var zone: Zone
    /// The pool of the host, and of VMs that are composed without one.
    public var resourcePool: ResourcePool
    /// The machine or controller that the host runs on.
    public var host: HostReference
    /// So many cores are promised for each one that there is; 1 promises no more than there is.
    public var cpuOverCommitRatio: Double
    /// So much memory is promised for what there is; 1 promises no more.
    public var memoryOverCommitRatio: Double
    /// `bridge`, `passthru`, `private` or `vepa`; `nil` or empty when VMs are attached to bridges.
    public var defaultMacvlanMode: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, type: String, version: String, architectures: [String], capabilities: [String],
        tags: [String], total: VMHostResources, used: VMHostResources, available: VMHostResources,
        storagePools: [StoragePool], zone: Zone, resourcePool: ResourcePool, host: HostReference,
        cpuOverCommitRatio: Double, memoryOverCommitRatio: Double, defaultMacvlanMode: String? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.version = version
        self.architectures = architectures
        self.capabilities = capabilities
        self.tags = tags
        self.total = total
        self.used = used
        self.available = available
        self.storagePools = storagePools
        self.zone = zone
        self.resourcePool = resourcePool
        self.host = host
        self.cpuOverCommitRatio = cpuOverCommitRatio
        self.memoryOverCommitRatio = memoryOverCommitRatio
        self.defaultMacvlanMode = defaultMacvlanMode
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        type = try reader.value("type")
        version = try reader.value("version")
        architectures = try reader.value("architectures")
        capabilities = try reader.value("capabilities")
        tags = try reader.value("tags")
        total = try reader.value("total")
        used = try reader.value("used")
        available = try reader.value("available")
        storagePools = try reader.value("storage_pools")
        zone = try reader.value("zone")
        resourcePool = try reader.value("pool")
        host = try reader.value("host")
        cpuOverCommitRatio = try reader.value("cpu_over_commit_ratio")
        memoryOverCommitRatio = try reader.value("memory_over_commit_ratio")
        defaultMacvlanMode = try reader.optional("default_macvlan_mode")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("type", type)
        try writer.write("version", version)
        try writer.write("architectures", architectures)
        try writer.write("capabilities", capabilities)
        try writer.write("tags", tags)
        try writer.write("total", total)
        try writer.write("used", used)
        try writer.write("available", available)
        try writer.write("storage_pools", storagePools)
        try writer.write("zone", zone)
        try writer.write("pool", resourcePool)
        try writer.write("host", host)
        try writer.write("cpu_over_commit_ratio", cpuOverCommitRatio)
        try writer.write("memory_over_commit_ratio", memoryOverCommitRatio)
        try writer.write("default_macvlan_mode", defaultMacvlanMode)
    }
}
