import SQLite

/// Disks and partitions that make up virtual ones: a volume group, RAID, bcache or VMFS datastore
/// (MAAS's `models/filesystemgroup.py`).
package struct FilesystemGroup {
    package enum Kind: String, CaseIterable {
        case volumeGroup = "lvm-vg"
        case raid0 = "raid-0"
        case raid1 = "raid-1"
        case raid5 = "raid-5"
        case raid6 = "raid-6"
        case raid10 = "raid-10"
        case bcache
        case vmfs = "vmfs6"

        package static let raids: [Kind] = [.raid0, .raid1, .raid5, .raid6, .raid10]

        package var isRAID: Bool { Self.raids.contains(self) }

        /// What refusals call it.
        package var noun: String {
            switch self {
            case .volumeGroup: "volume group"
            case .bcache: "Bcache"
            case .vmfs: "VMFS"
            default: "RAID"
            }
        }

        /// The kind of file system that marks a part of it.
        package var mark: String {
            switch self {
            case .volumeGroup: "lvm-pv"
            case .bcache: "bcache-backing"
            case .vmfs: "vmfs6"
            default: "raid"
            }
        }
    }

    /// The mark of a part of a RAID that waits for another to fail.
    package static let spareMark = "raid-spare"
    package static let cacheModes = ["writeback", "writethrough", "writearound"]
    /// bytes of a RAID's superblock on each part
    private static let superblock = 128 << 10

    package let id: Int
    package let kind: Kind
    package let name: String
    package let uuid: String
    package let cacheMode: String?
    package let cacheSetID: Int?
    /// The marks on its parts, with the parts' sizes in bytes.
    package let parts: [Part]

    package struct Part {
        package let filesystem: Filesystem
        package let size: Int
        package let blockSize: Int
    }

    package init(_ row: Row, parts: (Int) -> [Part]) throws {
        id = try row["id"]
        kind = Kind(rawValue: try row["type"]) ?? .volumeGroup
        name = try row["name"]
        uuid = try row["uuid"]
        cacheMode = try row["cache_mode"]
        cacheSetID = try row["cache_set_id"]
        self.parts = parts(id)
    }

    /// Bytes in it; a RAID 10 of an odd number of disks may have half a byte.
    package var size: Double {
        let total = parts.reduce(0) { $0 + $1.size }
        guard let least = parts.map(\.size).min() else { return 0 }
        let active = parts.filter { $0.filesystem.fstype == Kind.raid0.mark }.count
        return switch kind {
        // One extent of each part is for LVM itself.
        case .volumeGroup: Double((total / Partition.alignment - parts.count) * Partition.alignment)
        case .raid0: Double(total - Self.superblock * parts.count)
        case .raid1: Double(least - Self.superblock)
        case .raid5: Double(least * (active - 1) - Self.superblock)
        case .raid6: Double(least * (active - 2) - Self.superblock)
        case .raid10: Double(least * active) / 2 - Double(Self.superblock)
        case .bcache: Double(parts.first { $0.filesystem.fstype == Kind.bcache.mark }?.size ?? 0)
        case .vmfs: Double(total)
        }
    }

    /// Bytes in a block of the virtual devices.
    package var blockSize: Int {
        switch kind {
        case .volumeGroup: 4096
        case .bcache: parts.first?.blockSize ?? 512
        case .vmfs: 1024
        default: 512
        }
    }

    /// What a part with this mark is used for.
    package func purpose(of mark: String) -> String {
        switch kind {
        case .volumeGroup: "LVM volume for \(name)"
        case .bcache: "Backing device for \(name)"
        case .vmfs: "VMFS extent for \(name)"
        default: "\(mark == Self.spareMark ? "Spare" : "Active") \(kind.rawValue) device for \(name)"
        }
    }
}

/// A disk or partition that bcaches keep their hot data on. It has no name of its own but a number among its machine's.
package struct CacheSet {
    /// The kind of file system that marks its place.
    package static let mark = "bcache-cache"

    package let id: Int
    package let name: String
    package let place: StoragePlace
}
