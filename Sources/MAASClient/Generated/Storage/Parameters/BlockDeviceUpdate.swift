// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT nodes/{system_id}/blockdevices/{id}/`: change a disk.
public struct BlockDeviceUpdate: OperationParameters {
    /// Name.
    public var name: String?
    /// Model.
    public var model: String?
    /// Serial number.
    public var serial: String?
    /// Path that stays.
    public var idPath: String?
    /// Bytes.
    public var size: Int?
    /// Bytes.
    public var blockSize: Int?
    /// Number of its NUMA node.
    public var numaNode: Int?
    /// GPT or MBR.
    public var partitionTableType: String?
    /// UUID of a virtual device.
    public var uuid: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        name: String? = nil, model: String? = nil, serial: String? = nil, idPath: String? = nil, size: Int? = nil,
        blockSize: Int? = nil, numaNode: Int? = nil, partitionTableType: String? = nil, uuid: String? = nil
    ) {
        self.name = name
        self.model = model
        self.serial = serial
        self.idPath = idPath
        self.size = size
        self.blockSize = blockSize
        self.numaNode = numaNode
        self.partitionTableType = partitionTableType
        self.uuid = uuid
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("model", model)
        params.set("serial", serial)
        params.set("id_path", idPath)
        params.set("size", size)
        params.set("block_size", blockSize)
        params.set("numa_node", numaNode)
        params.set("partition_table_type", partitionTableType)
        params.set("uuid", uuid)
        params.merge(others)
        return params
    }
}
