// Written by script/generate-client.py; change Description/objects.json instead.

/// A file that a user keeps in MAAS.
public struct StoredFile: MAASObject {
    /// Its name.
    public var filename: String
    /// The file, base64; only where one is read.
    public var content: String?
    /// Where it can be had without a login.
    public var anonResourceURI: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        filename: String, content: String? = nil, anonResourceURI: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.filename = filename
        self.content = content
        self.anonResourceURI = anonResourceURI
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        filename = try reader.value("filename")
        content = try reader.optional("content")
        anonResourceURI = try reader.optional("anon_resource_uri")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("filename", filename)
        try writer.write("content", content)
        try writer.write("anon_resource_uri", anonResourceURI)
    }
}
