// Written by script/generate-client.py; change Description/objects.json instead.

/// Something that happened to a node.
public struct Event: MAASObject {
    /// Grows with time.
    public var id: Int
    /// The node's system id.
    public var node: String?
    /// The node's name then.
    public var hostname: String?
    /// Who did it; `unknown` where nobody is known.
    public var username: String?
    /// `DEBUG`, `INFO`, `WARNING`, `ERROR`, `CRITICAL` or `AUDIT`.
    public var level: String
    /// When, such as `Fri, 27 Nov. 2026 04:23:02`.
    public var created: String
    /// What, such as `Deploying`.
    public var type: String
    /// Details; may be empty.
    public var description: String
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, node: String? = nil, hostname: String? = nil, username: String? = nil, level: String, created: String,
        type: String, description: String, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.node = node
        self.hostname = hostname
        self.username = username
        self.level = level
        self.created = created
        self.type = type
        self.description = description
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        node = try reader.optional("node")
        hostname = try reader.optional("hostname")
        username = try reader.optional("username")
        level = try reader.value("level")
        created = try reader.value("created")
        type = try reader.value("type")
        description = try reader.value("description")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("node", node)
        try writer.write("hostname", hostname)
        try writer.write("username", username)
        try writer.write("level", level)
        try writer.write("created", created)
        try writer.write("type", type)
        try writer.write("description", description)
    }
}
