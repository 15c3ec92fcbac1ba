import Formats
import SQLite

/// A file system on a disk, on a partition, or in memory; also what makes a disk or partition a part of a group, such
/// as `lvm-pv`.
package struct Filesystem {
    package let id: Int
    package let nodeID: Int
    /// Where it is; `nil` for one in memory.
    package let place: StoragePlace?
    package let uuid: String
    package let fstype: String
    package let label: String?
    package let mountPoint: String?
    package let mountOptions: String?
    /// Made while the machine belonged to somebody; gone on release.
    package let acquired: Bool
    /// The group that its place is a part of.
    package let groupID: Int?
    /// The cache set that its place caches for.
    package let cacheSetID: Int?

    package init(_ row: Row) throws {
        id = try row["id"]
        nodeID = try row["node_id"]
        let device: Int? = try row["block_device_id"]
        let partition: Int? = try row["partition_id"]
        place = device.map(StoragePlace.device) ?? partition.map(StoragePlace.partition)
        uuid = try row["uuid"]
        fstype = try row["fstype"]
        label = try row["label"]
        mountPoint = try row["mount_point"]
        mountOptions = try row["mount_options"]
        acquired = try row["acquired"]
        groupID = try row["group_id"]
        cacheSetID = try row["cache_set_id"]
    }

    /// What storage can be formatted with on request; the other kinds are marks of groups.
    package static let formats = [
        "ext2", "ext4", "xfs", "fat32", "vfat", "swap", "ramfs", "tmpfs", "btrfs", "zfsroot",
    ]

    package var isMountable: Bool { Self.formats.contains(fstype) }

    /// Swap is mounted nowhere.
    package var usesMountPoint: Bool { fstype != "swap" }

    /// The one of several on a place that counts (MAAS's `get_effective_filesystem`): on a machine that was given to
    /// somebody the one that it was given with, else a mark of a group.
    static func effective(_ filesystems: [Filesystem], inUse: Bool) -> Filesystem? {
        inUse
            ? filesystems.first { $0.acquired } ?? filesystems.first { !$0.isMountable }
            : filesystems.first { !$0.acquired }
    }

    /// How many special filesystems of a node are mounted somewhere: the copies of a machine in use count, and so do
    /// their originals.
    package static func countSpecial(_ db: Connection, node: Int, mountPoint: String) throws -> Int {
        try db.scalar(
            """
            SELECT COUNT(*) FROM filesystems WHERE node_id = ? AND block_device_id IS NULL AND partition_id IS NULL
            AND mount_point = ?
            """, node, mountPoint) ?? 0
    }

    package static func deleteSpecial(_ db: Connection, node: Int, mountPoint: String) throws {
        try db.execute(
            """
            DELETE FROM filesystems WHERE node_id = ? AND block_device_id IS NULL AND partition_id IS NULL
            AND mount_point = ?
            """, node, mountPoint)
    }

    /// Copies what a machine mounts for the time that it belongs to somebody; its release forgets the copies.
    package static func acquire(_ db: Connection, node: Int) throws {
        try db.execute("DELETE FROM filesystems WHERE node_id = ? AND acquired = 1", node)
        let kinds = formats.map { "'\($0)'" }.joined(separator: ", ")
        try db.execute(
            """
            INSERT INTO filesystems
                (node_id, block_device_id, partition_id, uuid, fstype, label, mount_point, mount_options, acquired)
            SELECT node_id, block_device_id, partition_id, uuid, fstype, label, mount_point, mount_options, 1
            FROM filesystems WHERE node_id = ? AND acquired = 0 AND fstype IN (\(kinds)) ORDER BY id
            """, node)
    }
}

/// A disk or partition, as something that a file system can be on.
package enum StoragePlace: Hashable {
    case device(Int)
    case partition(Int)
}

extension Node {
    private static let given: Set<NodeStatus> = [
        .allocated, .deploying, .deployed, .failedDeployment, .releasing, .failedReleasing, .diskErasing,
        .failedDiskErasing,
    ]
    private static let passing: Set<NodeStatus> = [
        .rescueMode, .enteringRescueMode, .failedEnteringRescueMode, .exitingRescueMode, .failedExitingRescueMode,
        .testing, .failedTesting,
    ]

    /// Whether the machine shows the file systems that it was given with (MAAS's `is_in_allocated_state`). Tests and
    /// rescue mode count, so a machine that is nobody's shows none while it is tested.
    package var usesAcquiredFilesystems: Bool { Self.given.contains(status) || Self.passing.contains(status) }

    /// The ids of the machines that do.
    package static func usingAcquiredFilesystems(_ db: Connection) throws -> [Int] {
        let statuses = given.union(passing).map(\.rawValue).ids
        return try db.query(
            """
            SELECT id FROM nodes WHERE node_type = \(Kind.machine.rawValue) AND status IN \(statuses.list) ORDER BY id
            """, statuses
        ) { try $0[0] }
    }

    /// The same for what it has in memory, where MAAS looks at what a test or rescue mode interrupted
    /// (`get_effective_special_filesystems`).
    var usesAcquiredSpecialFilesystems: Bool {
        let before: Set<NodeStatus> = [.deployed, .failedDeployment, .failedReleasing, .failedDiskErasing]
        return Self.given.contains(status) || (Self.passing.contains(status) && before.contains(previousStatus))
    }
}
