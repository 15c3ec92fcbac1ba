// Written by script/generate-client.py; change Description/objects.json instead.

/// A logical volume as its making answers it; `BlockDeviceResource.get` has the rest. Sizes in bytes.
public struct LogicalVolume: MAASObject {
    /// Its id as a block device.
    public var id: Int
    /// The volume group's name, a hyphen and its own.
    public var name: String
    /// Bytes.
    public var size: Int
    /// Bytes that nothing uses.
    public var availableSize: Int?
    /// Bytes that are used.
    public var usedSize: Int?
    /// Its UUID.
    public var uuid: String?
    /// The node it is in.
    public var systemID: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, size: Int, availableSize: Int? = nil, usedSize: Int? = nil, uuid: String? = nil,
        systemID: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.size = size
        self.availableSize = availableSize
        self.usedSize = usedSize
        self.uuid = uuid
        self.systemID = systemID
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        size = try reader.value("size")
        availableSize = try reader.optional("available_size")
        usedSize = try reader.optional("used_size")
        uuid = try reader.optional("uuid")
        systemID = try reader.optional("system_id")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("size", size)
        try writer.write("available_size", availableSize)
        try writer.write("used_size", usedSize)
        try writer.write("uuid", uuid)
        try writer.write("system_id", systemID)
    }
}
