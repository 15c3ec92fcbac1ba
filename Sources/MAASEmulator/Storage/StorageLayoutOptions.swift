import Formats

/// What was asked of a storage layout (the fields of MAAS's `StorageLayoutBase` and its subclasses). Sizes in bytes.
struct StorageLayoutOptions {
    /// of the partition that UEFI boots from
    static let efiSize = 512 << 20
    static let leastBootSize = 512 << 20
    static let leastRootSize = 3 << 30
    static let leastVMFS6Disk = 10 << 30
    static let leastVMFS7Disk = 32 << 30

    let bootDisk: BlockDevice
    /// 0 for none.
    var bootSize = 0
    /// `nil` for all that is left.
    var rootSize: Int?
    /// The id of the disk that the root goes to.
    var rootDevice: Int
    var groupName = "vgroot"
    var volumeName = "lvroot"
    /// `nil` for the whole group.
    var volumeSize: Int?
    var cacheMode = "writethrough"
    /// `nil` for the whole disk.
    var cacheSize: Int?
    var cachesWholeDevice = false
    /// The id of the disk that caches.
    var cacheDevice: Int?

    /// What a layout does unless something else is asked for.
    init(_ bootDisk: BlockDevice) {
        self.bootDisk = bootDisk
        rootDevice = bootDisk.id
    }

    /// What is wrong with a boot disk that is too small for a layout; `nil` when nothing is.
    static func problem(_ kind: StorageLayout.Kind, on bootDisk: BlockDevice) -> String? {
        switch kind {
        case .vmfs6 where bootDisk.size < leastVMFS6Disk: "Boot disk must be at least 10Gb."
        case .vmfs7 where bootDisk.size < leastVMFS7Disk: "Boot disk must be at least 32Gb."
        default: nil
        }
    }
}
