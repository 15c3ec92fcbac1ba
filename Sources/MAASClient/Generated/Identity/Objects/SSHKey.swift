// Written by script/generate-client.py; change Description/objects.json instead.

/// An SSH key that deployed machines of its owner let in.
public struct SSHKey: MAASObject {
    /// Names the key in paths.
    public var id: Int
    /// The public key: type, data, comment.
    public var key: String
    /// Where it was imported from, such as `lp:name`; empty or `nil` for one that was added by hand.
    public var keysource: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(id: Int, key: String, keysource: String? = nil, others: [String: JSONValue] = [:]) {
        self.id = id
        self.key = key
        self.keysource = keysource
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        key = try reader.value("key")
        keysource = try reader.optional("keysource")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("key", key)
        try writer.write("keysource", keysource)
    }
}
