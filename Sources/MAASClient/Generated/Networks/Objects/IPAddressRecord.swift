// Written by script/generate-client.py; change Description/objects.json instead.

/// An address that somebody has.
public struct IPAddressRecord: MAASObject {
    /// The address.
    public var ip: String
    /// MAAS's number for how it came about: 0 auto, 1 sticky, 4 reserved by a user, 5 DHCP, 6 discovered.
    public var allocType: Int
    /// The same in words.
    public var allocTypeName: String?
    /// When it was given.
    public var created: String?
    /// Who has it.
    public var owner: User?
    /// What it is in.
    public var subnet: Subnet?
    /// The interfaces that have it.
    public var interfaceSet: [Interface]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        ip: String, allocType: Int, allocTypeName: String? = nil, created: String? = nil, owner: User? = nil,
        subnet: Subnet? = nil, interfaceSet: [Interface]? = nil, others: [String: JSONValue] = [:]
    ) {
        self.ip = ip
        self.allocType = allocType
        self.allocTypeName = allocTypeName
        self.created = created
        self.owner = owner
        self.subnet = subnet
        self.interfaceSet = interfaceSet
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        ip = try reader.value("ip")
        allocType = try reader.value("alloc_type")
        allocTypeName = try reader.optional("alloc_type_name")
        created = try reader.optional("created")
        owner = try reader.optional("owner")
        subnet = try reader.optional("subnet")
        interfaceSet = try reader.optional("interface_set")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("ip", ip)
        try writer.write("alloc_type", allocType)
        try writer.write("alloc_type_name", allocTypeName)
        try writer.write("created", created)
        try writer.write("owner", owner)
        try writer.write("subnet", subnet)
        try writer.write("interface_set", interfaceSet)
    }
}
