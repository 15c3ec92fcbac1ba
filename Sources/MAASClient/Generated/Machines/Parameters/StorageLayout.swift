// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST machines/{system_id}/?op=set_storage_layout`: put a layout on the disks.
public struct StorageLayout: OperationParameters {
    /// Flat, lvm, bcache, vmfs6, vmfs7, custom or blank.
    public var storageLayout: String
    /// Bytes or percent of the disk.
    public var bootSize: String?
    /// Bytes or percent of the disk.
    public var rootSize: String?
    /// Id of a disk.
    public var rootDevice: String?
    /// Of the volume group.
    public var vgName: String?
    /// Of the logical volume.
    public var lvName: String?
    /// Bytes or percent of the group.
    public var lvSize: String?
    /// Id of a disk.
    public var cacheDevice: String?
    /// Writeback, writethrough or writearound.
    public var cacheMode: CacheMode?
    /// Bytes or percent of the disk.
    public var cacheSize: String?
    /// Whether the whole disk caches.
    public var cacheNoPart: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `storageLayout`.
    public init(
        storageLayout: String, bootSize: String? = nil, rootSize: String? = nil, rootDevice: String? = nil,
        vgName: String? = nil, lvName: String? = nil, lvSize: String? = nil, cacheDevice: String? = nil,
        cacheMode: CacheMode? = nil, cacheSize: String? = nil, cacheNoPart: Bool? = nil
    ) {
        self.storageLayout = storageLayout
        self.bootSize = bootSize
        self.rootSize = rootSize
        self.rootDevice = rootDevice
        self.vgName = vgName
        self.lvName = lvName
        self.lvSize = lvSize
        self.cacheDevice = cacheDevice
        self.cacheMode = cacheMode
        self.cacheSize = cacheSize
        self.cacheNoPart = cacheNoPart
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("storage_layout", storageLayout)
        params.set("boot_size", bootSize)
        params.set("root_size", rootSize)
        params.set("root_device", rootDevice)
        params.set("vg_name", vgName)
        params.set("lv_name", lvName)
        params.set("lv_size", lvSize)
        params.set("cache_device", cacheDevice)
        params.set("cache_mode", cacheMode)
        params.set("cache_size", cacheSize)
        params.set("cache_no_part", cacheNoPart)
        params.merge(others)
        return params
    }
}
