// Written by script/generate-client.py; change Description/objects.json instead.

/// A disk with a cache before it.
public struct Bcache: MAASObject {
    /// Names it in paths.
    public var id: Int
    /// Such as `bcache0`.
    public var name: String
    /// Its UUID.
    public var uuid: String?
    /// When what is written gets to the disk behind.
    public var cacheMode: CacheMode?
    /// Bytes.
    public var size: Int?
    /// The cache.
    public var cacheSet: CacheSet?
    /// The disk or partition behind.
    public var backingDevice: JSONValue?
    /// What it looks like to the machine.
    public var virtualDevice: BlockDevice?
    /// The node it is in.
    public var systemID: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, uuid: String? = nil, cacheMode: CacheMode? = nil, size: Int? = nil,
        cacheSet: CacheSet? = nil, backingDevice: JSONValue? = nil, virtualDevice: BlockDevice? = nil,
        systemID: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.uuid = uuid
        self.cacheMode = cacheMode
        self.size = size
        self.cacheSet = cacheSet
        self.backingDevice = backingDevice
        self.virtualDevice = virtualDevice
        self.systemID = systemID
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        uuid = try reader.optional("uuid")
        cacheMode = try reader.optional("cache_mode")
        size = try reader.optional("size")
        cacheSet = try reader.optional("cache_set")
        backingDevice = try reader.optional("backing_device")
        virtualDevice = try reader.optional("virtual_device")
        systemID = try reader.optional("system_id")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("uuid", uuid)
        try writer.write("cache_mode", cacheMode)
        try writer.write("size", size)
        try writer.write("cache_set", cacheSet)
        try writer.write("backing_device", backingDevice)
        try writer.write("virtual_device", virtualDevice)
        try writer.write("system_id", systemID)
    }
}
