// Written by script/generate-client.py; change Description/objects.json instead.

/// A datastore of ESXi.
public struct VMFSDatastore: MAASObject {
    /// Names it in paths.
    public var id: Int
    /// Such as `datastore1`.
    public var name: String
    /// Its UUID.
    public var uuid: String?
    /// Bytes.
    public var size: Int?
    /// Partitions that it is made of.
    public var devices: [JSONValue]?
    /// What is on it.
    public var filesystem: FileSystem?
    /// The node it is in.
    public var systemID: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, uuid: String? = nil, size: Int? = nil, devices: [JSONValue]? = nil,
        filesystem: FileSystem? = nil, systemID: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.uuid = uuid
        self.size = size
        self.devices = devices
        self.filesystem = filesystem
        self.systemID = systemID
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        uuid = try reader.optional("uuid")
        size = try reader.optional("size")
        devices = try reader.optional("devices")
        filesystem = try reader.optional("filesystem")
        systemID = try reader.optional("system_id")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("uuid", uuid)
        try writer.write("size", size)
        try writer.write("devices", devices)
        try writer.write("filesystem", filesystem)
        try writer.write("system_id", systemID)
    }
}
