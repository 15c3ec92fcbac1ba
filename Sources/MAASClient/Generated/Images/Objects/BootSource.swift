// Written by script/generate-client.py; change Description/objects.json instead.

/// Where images come from.
public struct BootSource: MAASObject {
    /// Names the source in paths.
    public var id: Int
    /// Where the stream is.
    public var url: String
    /// The file with the keys that sign it.
    public var keyringFilename: String?
    /// The keys themselves, base64.
    public var keyringData: String?
    /// When it was added.
    public var created: String?
    /// When it was last changed.
    public var updated: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, url: String, keyringFilename: String? = nil, keyringData: String? = nil, created: String? = nil,
        updated: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.url = url
        self.keyringFilename = keyringFilename
        self.keyringData = keyringData
        self.created = created
        self.updated = updated
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        url = try reader.value("url")
        keyringFilename = try reader.optional("keyring_filename")
        keyringData = try reader.optional("keyring_data")
        created = try reader.optional("created")
        updated = try reader.optional("updated")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("url", url)
        try writer.write("keyring_filename", keyringFilename)
        try writer.write("keyring_data", keyringData)
        try writer.write("created", created)
        try writer.write("updated", updated)
    }
}
