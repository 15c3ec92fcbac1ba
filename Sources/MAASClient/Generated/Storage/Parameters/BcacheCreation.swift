// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST nodes/{system_id}/bcaches/`: make a bcache.
public struct BcacheCreation: OperationParameters {
    /// Name.
    public var name: String?
    /// Its UUID.
    public var uuid: String?
    /// Id or name of the cache set.
    public var cacheSet: String?
    /// Id or name of a disk.
    public var backingDevice: String?
    /// Id or name of a partition.
    public var backingPartition: String?
    /// Writeback, writethrough or writearound.
    public var cacheMode: CacheMode?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        name: String? = nil, uuid: String? = nil, cacheSet: String? = nil, backingDevice: String? = nil,
        backingPartition: String? = nil, cacheMode: CacheMode? = nil
    ) {
        self.name = name
        self.uuid = uuid
        self.cacheSet = cacheSet
        self.backingDevice = backingDevice
        self.backingPartition = backingPartition
        self.cacheMode = cacheMode
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("uuid", uuid)
        params.set("cache_set", cacheSet)
        params.set("backing_device", backingDevice)
        params.set("backing_partition", backingPartition)
        params.set("cache_mode", cacheMode)
        params.merge(others)
        return params
    }
}
