// Written by script/generate-client.py; change Description/objects.json instead.

/// A block device of a machine; sizes in bytes.
public struct BlockDevice: MAASObject {
    /// Names the device among all of MAAS's block devices.
    public var id: Int
    /// The device's name in the operating system, such as `sda`.
    public var name: String
    /// `physical` or `virtual`.
    public var type: BlockDeviceType
    /// Bytes.
    public var size: Int
    /// `nil` where commissioning found none, as on many VMs.
    public var model: String?
    /// `nil` where commissioning found none; disks are told apart by `id_path` then.
    public var serial: String?
    /// Such as `ssd`, `rotary` or `sata`, from commissioning or by hand.
    public var tags: [String]
    /// The id of the VM host's storage pool that holds it, for a composed machine.
    public var storagePool: String?
    /// The node it is in.
    public var systemID: String?
    /// Of a virtual device.
    public var uuid: String?
    /// Where a deployed machine finds it.
    public var path: String?
    /// A path that stays when disks are added.
    public var idPath: String?
    /// Bytes.
    public var blockSize: Int?
    /// Bytes that partitions may still take.
    public var availableSize: Int?
    /// Bytes that are taken.
    public var usedSize: Int?
    /// What it is used for, in words.
    public var usedFor: String?
    /// The disk's.
    public var firmwareVersion: String?
    /// The index of the NUMA node that it is attached to.
    public var numaNode: Int?
    /// `GPT` or `MBR`; `nil` before it is partitioned.
    public var partitionTableType: String?
    /// Its partitions.
    public var partitions: [Partition]?
    /// What is on it, when it is not partitioned.
    public var filesystem: FileSystem?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, type: BlockDeviceType, size: Int, model: String? = nil, serial: String? = nil,
        tags: [String], storagePool: String? = nil, systemID: String? = nil, uuid: String? = nil, path: String? = nil,
        idPath: String? = nil, blockSize: Int? = nil, availableSize: Int? = nil, usedSize: Int? = nil,
        usedFor: String? = nil, firmwareVersion: String? = nil, numaNode: Int? = nil, partitionTableType: String? = nil,
        partitions: [Partition]? = nil, filesystem: FileSystem? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.size = size
        self.model = model
        self.serial = serial
        self.tags = tags
        self.storagePool = storagePool
        self.systemID = systemID
        self.uuid = uuid
        self.path = path
        self.idPath = idPath
        self.blockSize = blockSize
        self.availableSize = availableSize
        self.usedSize = usedSize
        self.usedFor = usedFor
        self.firmwareVersion = firmwareVersion
        self.numaNode = numaNode
        self.partitionTableType = partitionTableType
        self.partitions = partitions
        self.filesystem = filesystem
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        type = try reader.value("type")
        size = try reader.value("size")
        model = try reader.optional("model")
        serial = try reader.optional("serial")
        tags = try reader.value("tags")
        storagePool = try reader.optional("storage_pool")
        systemID = try reader.optional("system_id")
        uuid = try reader.optional("uuid")
        path = try reader.optional("path")
        idPath = try reader.optional("id_path")
        blockSize = try reader.optional("block_size")
        availableSize = try reader.optional("available_size")
        usedSize = try reader.optional("used_size")
        usedFor = try reader.optional("used_for")
        firmwareVersion = try reader.optional("firmware_version")
        numaNode = try reader.optional("numa_node")
        partitionTableType = try reader.optional("partition_table_type")
        partitions = try reader.optional("partitions")
        filesystem = try reader.optional("filesystem")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("type", type)
        try writer.write("size", size)
        try writer.write("model", model)
        try writer.write("serial", serial)
        try writer.write("tags", tags)
        try writer.write("storage_pool", storagePool)
        try writer.write("system_id", systemID)
        try writer.write("uuid", uuid)
        try writer.write("path", path)
        try writer.write("id_path", idPath)
        try writer.write("block_size", blockSize)
        try writer.write("available_size", availableSize)
        try writer.write("used_size", usedSize)
        try writer.write("used_for", usedFor)
        try writer.write("firmware_version", firmwareVersion)
        try writer.write("numa_node", numaNode)
        try writer.write("partition_table_type", partitionTableType)
        try writer.write("partitions", partitions)
        try writer.write("filesystem", filesystem)
    }
}
