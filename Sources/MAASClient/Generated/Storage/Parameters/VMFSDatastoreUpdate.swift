// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT nodes/{system_id}/vmfs-datastore/{id}/`: change a datastore.
public struct VMFSDatastoreUpdate: OperationParameters {
    /// Name.
    public var name: String?
    /// Its UUID.
    public var uuid: String?
    /// Ids or names of disks.
    public var addBlockDevices: [String]?
    /// Ids or names of partitions.
    public var addPartitions: [String]?
    /// Ids or names of partitions.
    public var removePartitions: [String]?
    /// Disks to take out, by id or name.
    public var removeBlockDevices: [String]?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        name: String? = nil, uuid: String? = nil, addBlockDevices: [String]? = nil, addPartitions: [String]? = nil,
        removePartitions: [String]? = nil, removeBlockDevices: [String]? = nil
    ) {
        self.name = name
        self.uuid = uuid
        self.addBlockDevices = addBlockDevices
        self.addPartitions = addPartitions
        self.removePartitions = removePartitions
        self.removeBlockDevices = removeBlockDevices
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("uuid", uuid)
        params.add("add_block_devices", each: addBlockDevices)
        params.add("add_partitions", each: addPartitions)
        params.add("remove_partitions", each: removePartitions)
        params.add("remove_block_devices", each: removeBlockDevices)
        params.merge(others)
        return params
    }
}
