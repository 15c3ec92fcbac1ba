// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST nodes/{system_id}/raids/`: make a RAID.
public struct RAIDCreation: OperationParameters {
    /// Raid-0, raid-1, raid-5, raid-6 or raid-10.
    public var level: RAIDLevel
    /// Name.
    public var name: String?
    /// Its UUID.
    public var uuid: String?
    /// Ids or names of disks.
    public var blockDevices: [String]?
    /// Ids or names of partitions.
    public var partitions: [String]?
    /// Ids or names of disks.
    public var spareDevices: [String]?
    /// Ids or names of partitions.
    public var sparePartitions: [String]?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `level`.
    public init(
        level: RAIDLevel, name: String? = nil, uuid: String? = nil, blockDevices: [String]? = nil,
        partitions: [String]? = nil, spareDevices: [String]? = nil, sparePartitions: [String]? = nil
    ) {
        self.level = level
        self.name = name
        self.uuid = uuid
        self.blockDevices = blockDevices
        self.partitions = partitions
        self.spareDevices = spareDevices
        self.sparePartitions = sparePartitions
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("level", level)
        params.set("name", name)
        params.set("uuid", uuid)
        params.add("block_devices", each: blockDevices)
        params.add("partitions", each: partitions)
        params.add("spare_devices", each: spareDevices)
        params.add("spare_partitions", each: sparePartitions)
        params.merge(others)
        return params
    }
}
