// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT nodes/{system_id}/raid/{id}/`: change a RAID.
public struct RAIDUpdate: OperationParameters {
    /// Name.
    public var name: String?
    /// Its UUID.
    public var uuid: String?
    /// Ids or names of disks.
    public var addBlockDevices: [String]?
    /// Ids or names of disks.
    public var removeBlockDevices: [String]?
    /// Ids or names of disks.
    public var addSpareDevices: [String]?
    /// Ids or names of disks.
    public var removeSpareDevices: [String]?
    /// Ids or names of partitions.
    public var addPartitions: [String]?
    /// Ids or names of partitions.
    public var removePartitions: [String]?
    /// Ids or names of partitions.
    public var addSparePartitions: [String]?
    /// Ids or names of partitions.
    public var removeSparePartitions: [String]?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        name: String? = nil, uuid: String? = nil, addBlockDevices: [String]? = nil, removeBlockDevices: [String]? = nil,
        addSpareDevices: [String]? = nil, removeSpareDevices: [String]? = nil, addPartitions: [String]? = nil,
        removePartitions: [String]? = nil, addSparePartitions: [String]? = nil, removeSparePartitions: [String]? = nil
    ) {
        self.name = name
        self.uuid = uuid
        self.addBlockDevices = addBlockDevices
        self.removeBlockDevices = removeBlockDevices
        self.addSpareDevices = addSpareDevices
        self.removeSpareDevices = removeSpareDevices
        self.addPartitions = addPartitions
        self.removePartitions = removePartitions
        self.addSparePartitions = addSparePartitions
        self.removeSparePartitions = removeSparePartitions
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("uuid", uuid)
        params.add("add_block_devices", each: addBlockDevices)
        params.add("remove_block_devices", each: removeBlockDevices)
        params.add("add_spare_devices", each: addSpareDevices)
        params.add("remove_spare_devices", each: removeSpareDevices)
        params.add("add_partitions", each: addPartitions)
        params.add("remove_partitions", each: removePartitions)
        params.add("add_spare_partitions", each: addSparePartitions)
        params.add("remove_spare_partitions", each: removeSparePartitions)
        params.merge(others)
        return params
    }
}
