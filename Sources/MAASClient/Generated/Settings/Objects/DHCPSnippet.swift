// Written by script/generate-client.py; change Description/objects.json instead.

/// Text that goes into the DHCP server's configuration.
public struct DHCPSnippet: MAASObject {
    /// Names the snippet in paths.
    public var id: Int
    /// What it is called.
    public var name: String
    /// The text.
    public var value: String
    /// For people.
    public var description: String?
    /// Whether it is used.
    public var enabled: Bool?
    /// The node it is for.
    public var node: JSONValue?
    /// The subnet it is for.
    public var subnet: Subnet?
    /// Whether it is for every subnet.
    public var globalSnippet: Bool?
    /// Its older versions.
    public var history: [JSONValue]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, value: String, description: String? = nil, enabled: Bool? = nil, node: JSONValue? = nil,
        subnet: Subnet? = nil, globalSnippet: Bool? = nil, history: [JSONValue]? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.value = value
        self.description = description
        self.enabled = enabled
        self.node = node
        self.subnet = subnet
        self.globalSnippet = globalSnippet
        self.history = history
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        value = try reader.value("value")
        description = try reader.optional("description")
        enabled = try reader.optional("enabled")
        node = try reader.optional("node")
        subnet = try reader.optional("subnet")
        globalSnippet = try reader.optional("global_snippet")
        history = try reader.optional("history")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("value", value)
        try writer.write("description", description)
        try writer.write("enabled", enabled)
        try writer.write("node", node)
        try writer.write("subnet", subnet)
        try writer.write("global_snippet", globalSnippet)
        try writer.write("history", history)
    }
}
