// Written by script/generate-client.py; change Description/objects.json instead.

/// A VM as its host has it, beside the machine that MAAS makes of it.
public struct VirtualMachine: MAASObject {
    /// Names the VM in paths.
    public var id: Int
    /// The hypervisor's name for it.
    public var identifier: String?
    /// The LXD project that it is in.
    public var project: String?
    /// The host's cores that it has to itself.
    public var pinnedCores: [Int]?
    /// Cores without a place of their own.
    public var unpinnedCores: Int?
    /// MiB.
    public var memory: Int?
    /// Whether huge pages are behind its memory.
    public var hugepagesBacked: Bool?
    /// The number of its machine, which is not the system id.
    public var machineID: Int?
    /// The id of its VM host.
    public var bmcID: Int?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, identifier: String? = nil, project: String? = nil, pinnedCores: [Int]? = nil,
        unpinnedCores: Int? = nil, memory: Int? = nil, hugepagesBacked: Bool? = nil, machineID: Int? = nil,
        bmcID: Int? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.identifier = identifier
        self.project = project
        self.pinnedCores = pinnedCores
        self.unpinnedCores = unpinnedCores
        self.memory = memory
        self.hugepagesBacked = hugepagesBacked
        self.machineID = machineID
        self.bmcID = bmcID
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        identifier = try reader.optional("identifier")
        project = try reader.optional("project")
        pinnedCores = try reader.optional("pinned_cores")
        unpinnedCores = try reader.optional("unpinned_cores")
        memory = try reader.optional("memory")
        hugepagesBacked = try reader.optional("hugepages_backed")
        machineID = try reader.optional("machine_id")
        bmcID = try reader.optional("bmc_id")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("identifier", identifier)
        try writer.write("project", project)
        try writer.write("pinned_cores", pinnedCores)
        try writer.write("unpinned_cores", unpinnedCores)
        try writer.write("memory", memory)
        try writer.write("hugepages_backed", hugepagesBacked)
        try writer.write("machine_id", machineID)
        try writer.write("bmc_id", bmcID)
    }
}
