import Formats

/// What was asked of a storage layout (the fields of MAAS's `StorageLayoutBase` and its subclasses). Sizes in bytes.
package struct StorageLayoutOptions {
    /// of the partition that UEFI boots from
    package static let efiSize = 512 << 20
    package static let leastBootSize = 512 << 20
    package static let leastRootSize = 3 << 30
    static let leastVMFS6Disk = 10 << 30
    static let leastVMFS7Disk = 32 << 30

    package let bootDisk: BlockDevice
    /// 0 for none.
    package var bootSize = 0
    /// `nil` for all that is left.
    package var rootSize: Int?
    /// The id of the disk that the root goes to.
    package var rootDevice: Int
    package var groupName = "vgroot"
    package var volumeName = "lvroot"
    /// `nil` for the whole group.
    package var volumeSize: Int?
    package var cacheMode = "writethrough"
    /// `nil` for the whole disk.
    package var cacheSize: Int?
    package var cachesWholeDevice = false
    /// The id of the disk that caches.
    package var cacheDevice: Int?

    /// What a layout does unless something else is asked for.
    package init(_ bootDisk: BlockDevice) {
        self.bootDisk = bootDisk
        rootDevice = bootDisk.id
    }

    /// What is wrong with a boot disk that is too small for a layout; `nil` when nothing is.
    package static func problem(_ kind: StorageLayout.Kind, on bootDisk: BlockDevice) -> String? {
        switch kind {
        case .vmfs6 where bootDisk.size < leastVMFS6Disk: "Boot disk must be at least 10Gb."
        case .vmfs7 where bootDisk.size < leastVMFS7Disk: "Boot disk must be at least 32Gb."
        default: nil
        }
    }
}
