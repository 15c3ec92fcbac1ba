// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT nodes/{system_id}/volume-group/{id}/`: change a volume group.
public struct VolumeGroupUpdate: OperationParameters {
    /// Name.
    public var name: String?
    /// Its UUID.
    public var uuid: String?
    /// Ids or names of disks.
    public var addBlockDevices: [String]?
    /// Ids or names of disks.
    public var removeBlockDevices: [String]?
    /// Ids or names of partitions.
    public var addPartitions: [String]?
    /// Ids or names of partitions.
    public var removePartitions: [String]?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        name: String? = nil, uuid: String? = nil, addBlockDevices: [String]? = nil, removeBlockDevices: [String]? = nil,
        addPartitions: [String]? = nil, removePartitions: [String]? = nil
    ) {
        self.name = name
        self.uuid = uuid
        self.addBlockDevices = addBlockDevices
        self.removeBlockDevices = removeBlockDevices
        self.addPartitions = addPartitions
        self.removePartitions = removePartitions
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("uuid", uuid)
        params.add("add_block_devices", each: addBlockDevices)
        params.add("remove_block_devices", each: removeBlockDevices)
        params.add("add_partitions", each: addPartitions)
        params.add("remove_partitions", each: removePartitions)
        params.merge(others)
        return params
    }
}
