// Written by script/generate-client.py; change Description/objects.json instead.

/// The VM host of a composed machine, in short.
public struct VMHostReference: MAASObject {
    /// MAAS's id of the VM host.
    public var id: Int
    /// As the host is called now; not unique.
    public var name: String
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(id: Int, name: String, others: [String: JSONValue] = [:]) {
        self.id = id
        self.name = name
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
    }
}
