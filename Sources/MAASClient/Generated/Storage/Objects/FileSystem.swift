// Written by script/generate-client.py; change Description/objects.json instead.

/// A file system on a disk, a partition or a volume.
public struct FileSystem: MAASObject {
    /// Such as `ext4`, `xfs`, `swap`.
    public var fstype: String
    /// Its label.
    public var label: String?
    /// Its UUID.
    public var uuid: String?
    /// Where it is mounted; `nil` or empty for nowhere.
    public var mountPoint: String?
    /// For `mount(8)`.
    public var mountOptions: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        fstype: String, label: String? = nil, uuid: String? = nil, mountPoint: String? = nil,
        mountOptions: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.fstype = fstype
        self.label = label
        self.uuid = uuid
        self.mountPoint = mountPoint
        self.mountOptions = mountOptions
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        fstype = try reader.value("fstype")
        label = try reader.optional("label")
        uuid = try reader.optional("uuid")
        mountPoint = try reader.optional("mount_point")
        mountOptions = try reader.optional("mount_options")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("fstype", fstype)
        try writer.write("label", label)
        try writer.write("uuid", uuid)
        try writer.write("mount_point", mountPoint)
        try writer.write("mount_options", mountOptions)
    }
}
