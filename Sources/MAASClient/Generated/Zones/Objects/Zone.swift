// Written by script/generate-client.py; change Description/objects.json instead.

/// An availability zone. MAAS names it by `name` (zones/{name}/), compose by `id`.
public struct Zone: MAASObject {
    /// What compose goes by.
    public var id: Int
    /// What paths and lists go by; `default` for the one that is always there.
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
