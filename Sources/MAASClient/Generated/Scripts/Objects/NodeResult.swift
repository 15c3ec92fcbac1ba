// Written by script/generate-client.py; change Description/objects.json instead.

/// The output of a script, as older versions had it.
public struct NodeResult: MAASObject {
    /// Names the result.
    public var id: Int
    /// The script's name.
    public var name: String
    /// What the script ended with.
    public var scriptResult: Int?
    /// 0 commissioning, 1 installation, 2 testing.
    public var resultType: Int?
    /// The node.
    public var node: JSONValue?
    /// What the script wrote, base64.
    public var data: String?
    /// When it was made.
    public var created: String?
    /// When it was last changed.
    public var updated: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, scriptResult: Int? = nil, resultType: Int? = nil, node: JSONValue? = nil,
        data: String? = nil, created: String? = nil, updated: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.scriptResult = scriptResult
        self.resultType = resultType
        self.node = node
        self.data = data
        self.created = created
        self.updated = updated
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        scriptResult = try reader.optional("script_result")
        resultType = try reader.optional("result_type")
        node = try reader.optional("node")
        data = try reader.optional("data")
        created = try reader.optional("created")
        updated = try reader.optional("updated")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("script_result", scriptResult)
        try writer.write("result_type", resultType)
        try writer.write("node", node)
        try writer.write("data", data)
        try writer.write("created", created)
        try writer.write("updated", updated)
    }
}
