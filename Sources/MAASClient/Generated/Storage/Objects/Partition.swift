// Written by script/generate-client.py; change Description/objects.json instead.

/// A partition of a block device; sizes in bytes.
public struct Partition: MAASObject {
    /// Names the partition in paths.
    public var id: Int
    /// Its UUID.
    public var uuid: String?
    /// Bytes.
    public var size: Int
    /// Whether firmware boots from it.
    public var bootable: Bool?
    /// Where a deployed machine finds it.
    public var path: String?
    /// The id of its block device.
    public var deviceID: Int?
    /// The node it is in.
    public var systemID: String?
    /// What it is used for, in words.
    public var usedFor: String?
    /// What is on it.
    public var filesystem: FileSystem?
    /// Words that constraints may ask for.
    public var tags: [String]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, uuid: String? = nil, size: Int, bootable: Bool? = nil, path: String? = nil, deviceID: Int? = nil,
        systemID: String? = nil, usedFor: String? = nil, filesystem: FileSystem? = nil, tags: [String]? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.uuid = uuid
        self.size = size
        self.bootable = bootable
        self.path = path
        self.deviceID = deviceID
        self.systemID = systemID
        self.usedFor = usedFor
        self.filesystem = filesystem
        self.tags = tags
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        uuid = try reader.optional("uuid")
        size = try reader.value("size")
        bootable = try reader.optional("bootable")
        path = try reader.optional("path")
        deviceID = try reader.optional("device_id")
        systemID = try reader.optional("system_id")
        usedFor = try reader.optional("used_for")
        filesystem = try reader.optional("filesystem")
        tags = try reader.optional("tags")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("uuid", uuid)
        try writer.write("size", size)
        try writer.write("bootable", bootable)
        try writer.write("path", path)
        try writer.write("device_id", deviceID)
        try writer.write("system_id", systemID)
        try writer.write("used_for", usedFor)
        try writer.write("filesystem", filesystem)
        try writer.write("tags", tags)
    }
}
