// Written by script/generate-client.py; change Description/objects.json instead.

/// A storage pool of a VM host; sizes in bytes.
public struct StoragePool: MAASObject {
    /// The pool's UUID for virsh, its name for LXD.
    public var id: String
    /// What a disk's tag in the storage constraint goes by.
    public var name: String
    /// `dir`, `zfs`, `btrfs`, …
    public var type: String
    /// Where the hypervisor keeps the disks.
    public var path: String
    /// What fits into the pool.
    public var total: Int
    /// What disks were promised, whether they are full or not.
    public var used: Int
    /// `total` less `used`.
    public var available: Int
    /// True for the pool that disks go to unless a tag names another.
    public var isDefault: Bool
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: String, name: String, type: String, path: String, total: Int, used: Int, available: Int, isDefault: Bool,
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.path = path
        self.total = total
        self.used = used
        self.available = available
        self.isDefault = isDefault
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        type = try reader.value("type")
        path = try reader.value("path")
        total = try reader.value("total")
        used = try reader.value("used")
        available = try reader.value("available")
        isDefault = try reader.value("default")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("type", type)
        try writer.write("path", path)
        try writer.write("total", total)
        try writer.write("used", used)
        try writer.write("available", available)
        try writer.write("default", isDefault)
    }
}
