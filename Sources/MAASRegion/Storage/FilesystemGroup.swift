import Formats
import SQLite

/// Disks and partitions that make up virtual ones: a volume group, RAID, bcache or VMFS datastore
/// (MAAS's `models/filesystemgroup.py`).
package struct FilesystemGroup {
    package enum Kind: String, CaseIterable, SQLReadable, SQLBindable {
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
        kind = try row["type"]
        name = try row["name"]
        uuid = try row["uuid"]
        cacheMode = try row["cache_mode"]
        cacheSetID = try row["cache_set_id"]
        self.parts = parts(id)
    }

    /// The group of some kinds that a path names, by id or name, and the node that it is on. MAAS looks for it among the
    /// groups of all machines.
    /// - Parameter model: MAAS's class, which its refusals name.
    package static func named(
        _ db: Connection, _ specifier: String, _ kinds: [Kind], model: String
    ) throws -> (id: Int, node: Int) {
        let types = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let id = Int(python: specifier)
        let found: [(id: Int, node: Int)] = try db.query(
            "SELECT id, node_id FROM filesystem_groups WHERE type IN (\(types)) AND \(id == nil ? "name" : "id") = ?",
            id.map { $0 as any SQLBindable } ?? specifier
        ) { (try $0[0], try $0[1]) }
        guard let first = found.first else { throw Refusal.notFound(model) }
        guard found.count == 1 else {
            throw Refusal.unexpected("get() returned more than one \(model) -- it returned \(found.count)!")
        }
        return first
    }

    /// Bytes in it: more than one disk can have, so that a group of the greatest disks has a size too.
    package var size: Int128 {
        let total = parts.reduce(Int128(0)) { $0 + Int128($1.size) }
        guard let least = parts.map({ Int128($0.size) }).min() else { return 0 }
        let active = Int128(parts.filter { $0.filesystem.fstype == Kind.raid0.mark }.count)
        let superblock = Int128(Self.superblock)
        switch kind {
        // One extent of each part is for LVM itself.
        case .volumeGroup:
            let extent = Int128(Partition.alignment)
            return (total / extent - Int128(parts.count)) * extent
        case .raid0: return total - superblock * Int128(parts.count)
        case .raid1: return least - superblock
        case .raid5: return least * (active - 1) - superblock
        case .raid6: return least * (active - 2) - superblock
        case .raid10: return Int128(halvedSize)
        case .bcache: return Int128(parts.first { $0.filesystem.fstype == Kind.bcache.mark }?.size ?? 0)
        case .vmfs: return total
        }
    }

    /// Bytes in a RAID 10, where MAAS halves: of an odd number of disks it may have half a byte.
    package var halvedSize: Double {
        guard let least = parts.map(\.size).min() else { return 0 }
        let active = parts.filter { $0.filesystem.fstype == Kind.raid0.mark }.count
        return Double(Int128(least) * Int128(active)) / 2 - Double(Self.superblock)
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
