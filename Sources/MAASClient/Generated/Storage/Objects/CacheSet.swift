// Written by script/generate-client.py; change Description/objects.json instead.

/// A cache that bcaches may use.
public struct CacheSet: MAASObject {
    /// Names it in paths.
    public var id: Int
    /// Such as `cache0`.
    public var name: String?
    /// The disk or partition that caches.
    public var cacheDevice: JSONValue?
    /// The node it is in.
    public var systemID: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String? = nil, cacheDevice: JSONValue? = nil, systemID: String? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.cacheDevice = cacheDevice
        self.systemID = systemID
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.optional("name")
        cacheDevice = try reader.optional("cache_device")
        systemID = try reader.optional("system_id")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("cache_device", cacheDevice)
        try writer.write("system_id", systemID)
    }
}
