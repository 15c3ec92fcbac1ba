// Written by script/generate-client.py; change Description/objects.json instead.

/// A software RAID.
public struct RAID: MAASObject {
    /// Names the RAID in paths.
    public var id: Int
    /// Such as `md0`.
    public var name: String
    /// `raid-0` to `raid-10`.
    public var level: RAIDLevel
    /// Its UUID.
    public var uuid: String?
    /// Bytes.
    public var size: Int?
    /// Disks and partitions that it is made of.
    public var devices: [JSONValue]?
    /// What stands in when one of them fails.
    public var spareDevices: [JSONValue]?
    /// What it looks like to the machine.
    public var virtualDevice: BlockDevice?
    /// The node it is in.
    public var systemID: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, level: RAIDLevel, uuid: String? = nil, size: Int? = nil, devices: [JSONValue]? = nil,
        spareDevices: [JSONValue]? = nil, virtualDevice: BlockDevice? = nil, systemID: String? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.level = level
        self.uuid = uuid
        self.size = size
        self.devices = devices
        self.spareDevices = spareDevices
        self.virtualDevice = virtualDevice
        self.systemID = systemID
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        level = try reader.value("level")
        uuid = try reader.optional("uuid")
        size = try reader.optional("size")
        devices = try reader.optional("devices")
        spareDevices = try reader.optional("spare_devices")
        virtualDevice = try reader.optional("virtual_device")
        systemID = try reader.optional("system_id")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("level", level)
        try writer.write("uuid", uuid)
        try writer.write("size", size)
        try writer.write("devices", devices)
        try writer.write("spare_devices", spareDevices)
        try writer.write("virtual_device", virtualDevice)
        try writer.write("system_id", systemID)
    }
}
