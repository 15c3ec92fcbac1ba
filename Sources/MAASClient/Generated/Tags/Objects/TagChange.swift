// Written by script/generate-client.py; change Description/objects.json instead.

/// How many known nodes a tag was put on and taken off.
public struct TagChange: MAASObject {
    /// Nodes that were to get the tag.
    public var added: Int
    /// Nodes that were to lose it.
    public var removed: Int
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(added: Int, removed: Int, others: [String: JSONValue] = [:]) {
        self.added = added
        self.removed = removed
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        added = try reader.value("added")
        removed = try reader.value("removed")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("added", added)
        try writer.write("removed", removed)
    }
}
