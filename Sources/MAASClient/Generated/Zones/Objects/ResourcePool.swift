// Written by script/generate-client.py; change Description/objects.json instead.

/// A resource pool; the default one has id 0.
public struct ResourcePool: MAASObject {
    /// What compose and `resourcepool/{id}/` go by.
    public var id: Int
    /// What lists are narrowed by; `default` for the one that is always there.
    public var name: String
    /// For people; may be empty.
    public var description: String
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(id: Int, name: String, description: String, others: [String: JSONValue] = [:]) {
        self.id = id
        self.name = name
        self.description = description
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        description = try reader.value("description")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("description", description)
    }
}
