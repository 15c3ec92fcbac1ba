// Written by script/generate-client.py; change Description/objects.json instead.

/// A certificate for Windows machines of its owner.
public struct SSLKey: MAASObject {
    /// Names the key in paths.
    public var id: Int
    /// The certificate, PEM.
    public var key: String
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(id: Int, key: String, others: [String: JSONValue] = [:]) {
        self.id = id
        self.key = key
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        key = try reader.value("key")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("key", key)
    }
}
