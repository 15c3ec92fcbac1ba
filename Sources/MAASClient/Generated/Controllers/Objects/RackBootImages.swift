// Written by script/generate-client.py; change Description/objects.json instead.

/// What images a rack controller has.
public struct RackBootImages: MAASObject {
    /// Whether the region has contact with it.
    public var connected: Bool
    /// `synced`, `out-of-sync`, `syncing` or `unknown`.
    public var status: String
    /// The images.
    public var images: [JSONValue]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(connected: Bool, status: String, images: [JSONValue]? = nil, others: [String: JSONValue] = [:]) {
        self.connected = connected
        self.status = status
        self.images = images
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        connected = try reader.value("connected")
        status = try reader.value("status")
        images = try reader.optional("images")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("connected", connected)
        try writer.write("status", status)
        try writer.write("images", images)
    }
}
