// Written by script/generate-client.py; change Description/objects.json instead.

/// A group of users, since MAAS 3.8.
public struct UserGroup: MAASObject {
    /// Names the group in paths.
    public var id: Int
    /// Unique.
    public var name: String
    /// A line about it.
    public var description: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(id: Int, name: String, description: String? = nil, others: [String: JSONValue] = [:]) {
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
        description = try reader.optional("description")
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
