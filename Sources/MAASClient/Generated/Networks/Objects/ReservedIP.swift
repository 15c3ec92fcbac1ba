// Written by script/generate-client.py; change Description/objects.json instead.

/// An address that MAAS gives to one MAC address.
public struct ReservedIP: MAASObject {
    /// Names it in paths.
    public var id: Int
    /// The address.
    public var ip: String
    /// Whose address it is.
    public var macAddress: String?
    /// What it is in.
    public var subnet: Subnet?
    /// For people.
    public var comment: String?
    /// The node with that MAC address, in short.
    public var nodeSummary: JSONValue?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, ip: String, macAddress: String? = nil, subnet: Subnet? = nil, comment: String? = nil,
        nodeSummary: JSONValue? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.ip = ip
        self.macAddress = macAddress
        self.subnet = subnet
        self.comment = comment
        self.nodeSummary = nodeSummary
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        ip = try reader.value("ip")
        macAddress = try reader.optional("mac_address")
        subnet = try reader.optional("subnet")
        comment = try reader.optional("comment")
        nodeSummary = try reader.optional("node_summary")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("ip", ip)
        try writer.write("mac_address", macAddress)
        try writer.write("subnet", subnet)
        try writer.write("comment", comment)
        try writer.write("node_summary", nodeSummary)
    }
}
