// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST nodes/{system_id}/blockdevices/`: add a disk.
public struct BlockDeviceCreation: OperationParameters {
    /// Name.
    public var name: String
    /// Bytes.
    public var size: Int
    /// Bytes.
    public var blockSize: Int
    /// Model.
    public var model: String?
    /// Serial number.
    public var serial: String?
    /// Path that stays.
    public var idPath: String?
    /// Number of its NUMA node.
    public var numaNode: Int?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `name`, `size`, `blockSize`.
    public init(
        name: String, size: Int, blockSize: Int, model: String? = nil, serial: String? = nil, idPath: String? = nil,
        numaNode: Int? = nil
    ) {
        self.name = name
        self.size = size
        self.blockSize = blockSize
        self.model = model
        self.serial = serial
        self.idPath = idPath
        self.numaNode = numaNode
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("size", size)
        params.set("block_size", blockSize)
        params.set("model", model)
        params.set("serial", serial)
        params.set("id_path", idPath)
        params.set("numa_node", numaNode)
        params.merge(others)
        return params
    }
}
