// Written by script/generate-client.py; change Description/objects.json instead.

/// A volume group of LVM; sizes in bytes.
public struct VolumeGroup: MAASObject {
    /// Names the group in paths.
    public var id: Int
    /// Such as `vgroot`.
    public var name: String
    /// Its UUID.
    public var uuid: String?
    /// Bytes.
    public var size: Int?
    /// Bytes that are free.
    public var availableSize: Int?
    /// Bytes that are taken.
    public var usedSize: Int?
    /// The size in words.
    public var humanSize: String?
    /// Disks and partitions that it is made of.
    public var devices: [JSONValue]?
    /// Its logical volumes.
    public var logicalVolumes: [BlockDevice]?
    /// The node it is in.
    public var systemID: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, uuid: String? = nil, size: Int? = nil, availableSize: Int? = nil, usedSize: Int? = nil,
        humanSize: String? = nil, devices: [JSONValue]? = nil, logicalVolumes: [BlockDevice]? = nil,
        systemID: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.uuid = uuid
        self.size = size
        self.availableSize = availableSize
        self.usedSize = usedSize
        self.humanSize = humanSize
        self.devices = devices
        self.logicalVolumes = logicalVolumes
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
        availableSize = try reader.optional("available_size")
        usedSize = try reader.optional("used_size")
        humanSize = try reader.optional("human_size")
        devices = try reader.optional("devices")
        logicalVolumes = try reader.optional("logical_volumes")
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
        try writer.write("available_size", availableSize)
        try writer.write("used_size", usedSize)
        try writer.write("human_size", humanSize)
        try writer.write("devices", devices)
        try writer.write("logical_volumes", logicalVolumes)
        try writer.write("system_id", systemID)
    }
}
