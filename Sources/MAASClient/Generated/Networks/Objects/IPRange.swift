// Written by script/generate-client.py; change Description/objects.json instead.

/// A range that is kept for something.
public struct IPRange: MAASObject {
    /// Names the range in paths.
    public var id: Int
    /// What it is for.
    public var type: IPRangeType
    /// The first address.
    public var startIP: String
    /// The last address.
    public var endIP: String
    /// What it is in.
    public var subnet: Subnet?
    /// Whose it is.
    public var user: User?
    /// For people.
    public var comment: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, type: IPRangeType, startIP: String, endIP: String, subnet: Subnet? = nil, user: User? = nil,
        comment: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.type = type
        self.startIP = startIP
        self.endIP = endIP
        self.subnet = subnet
        self.user = user
        self.comment = comment
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        type = try reader.value("type")
        startIP = try reader.value("start_ip")
        endIP = try reader.value("end_ip")
        subnet = try reader.optional("subnet")
        user = try reader.optional("user")
        comment = try reader.optional("comment")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("type", type)
        try writer.write("start_ip", startIP)
        try writer.write("end_ip", endIP)
        try writer.write("subnet", subnet)
        try writer.write("user", user)
        try writer.write("comment", comment)
    }
}
