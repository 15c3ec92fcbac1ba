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
        params.set("add_block_devices", joined: addBlockDevices)
        params.set("remove_block_devices", joined: removeBlockDevices)
        params.set("add_partitions", joined: addPartitions)
        params.set("remove_partitions", joined: removePartitions)
        params.merge(others)
        return params
    }
}
