import SQLite

/// A file system on a disk, on a partition, or in memory.
struct Filesystem {
    let id: Int
    let uuid: String
    let fstype: String
    let label: String?
    let mountPoint: String?
    let mountOptions: String?

    init(_ row: Row) throws {
        id = try row["id"]
        uuid = try row["uuid"]
        fstype = try row["fstype"]
        label = try row["label"]
        mountPoint = try row["mount_point"]
        mountOptions = try row["mount_options"]
    }

    /// The file system on a disk: the one that the machine was given with, or the one it has between users.
    static func find(_ db: Connection, device: Int, acquired: Bool) throws -> Filesystem? {
        try db.first(
            "SELECT * FROM filesystems WHERE block_device_id = ? AND acquired = ?", device, acquired,
            row: Filesystem.init)
    }

    static func find(_ db: Connection, partition: Int, acquired: Bool) throws -> Filesystem? {
        try db.first(
            "SELECT * FROM filesystems WHERE partition_id = ? AND acquired = ?", partition, acquired,
            row: Filesystem.init)
    }

    /// File systems without a device, such as tmpfs.
    static func special(_ db: Connection, node: Node) throws -> [Filesystem] {
        try db.query(
            """
            SELECT * FROM filesystems WHERE node_id = ? AND block_device_id IS NULL AND partition_id IS NULL
            AND acquired = ? ORDER BY id
            """, node.id, node.usesAcquiredFilesystems, row: Filesystem.init)
    }

    /// Copies what a machine mounts for the time that it belongs to somebody; its release forgets the copies.
    static func acquire(_ db: Connection, node: Int) throws {
        try db.execute("DELETE FROM filesystems WHERE node_id = ? AND acquired = 1", node)
        try db.execute(
            """
            INSERT INTO filesystems
                (node_id, block_device_id, partition_id, uuid, fstype, label, mount_point, mount_options, acquired)
            SELECT node_id, block_device_id, partition_id, uuid, fstype, label, mount_point, mount_options, 1
            FROM filesystems WHERE node_id = ? AND acquired = 0 ORDER BY id
            """, node)
    }

    var usedFor: String {
        guard let mountPoint, !mountPoint.isEmpty else { return "Unmounted \(fstype) formatted filesystem" }
        return "\(fstype) formatted filesystem mounted at \(mountPoint)"
    }

    func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("fstype", fstype)
            json.field("label", label)
            json.field("uuid", uuid)
            json.field("mount_point", mountPoint)
            json.field("mount_options", mountOptions)
        }
    }
}

extension Node {
    /// Whether the machine shows the file systems that it was given with (MAAS's `get_effective_filesystem`).
    var usesAcquiredFilesystems: Bool {
        let given: Set<NodeStatus> = [
            .allocated, .deploying, .deployed, .failedDeployment, .releasing, .failedReleasing, .diskErasing,
            .failedDiskErasing,
        ]
        let passing: Set<NodeStatus> = [
            .rescueMode, .enteringRescueMode, .failedEnteringRescueMode, .exitingRescueMode,
            .failedExitingRescueMode, .testing, .failedTesting,
        ]
        let before: Set<NodeStatus> = [.deployed, .failedDeployment, .failedReleasing, .failedDiskErasing]
        return given.contains(status) || (passing.contains(status) && before.contains(previousStatus))
    }
}
