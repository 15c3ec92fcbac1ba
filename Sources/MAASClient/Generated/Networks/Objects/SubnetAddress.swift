// Written by script/generate-client.py; change Description/objects.json instead.

/// An address of a subnet and who has it.
public struct SubnetAddress: MAASObject {
    /// The address.
    public var ip: String
    /// MAAS's number for how it came about: 0 auto, 1 sticky, 4 reserved by a user, 5 DHCP, 6 discovered.
    public var allocType: Int
    /// When it was given.
    public var created: String?
    /// When it was last changed.
    public var updated: String?
    /// Who has it.
    public var user: String?
    /// The node that has it, in short.
    public var nodeSummary: JSONValue?
    /// The BMCs that have it.
    public var bmcs: JSONValue?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        ip: String, allocType: Int, created: String? = nil, updated: String? = nil, user: String? = nil,
        nodeSummary: JSONValue? = nil, bmcs: JSONValue? = nil, others: [String: JSONValue] = [:]
    ) {
        self.ip = ip
        self.allocType = allocType
        self.created = created
        self.updated = updated
        self.user = user
        self.nodeSummary = nodeSummary
        self.bmcs = bmcs
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        ip = try reader.value("ip")
        allocType = try reader.value("alloc_type")
        created = try reader.optional("created")
        updated = try reader.optional("updated")
        user = try reader.optional("user")
        nodeSummary = try reader.optional("node_summary")
        bmcs = try reader.optional("bmcs")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("ip", ip)
        try writer.write("alloc_type", allocType)
        try writer.write("created", created)
        try writer.write("updated", updated)
        try writer.write("user", user)
        try writer.write("node_summary", nodeSummary)
        try writer.write("bmcs", bmcs)
    }
}
