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

    static func find(_ db: Connection, device: Int) throws -> Filesystem? {
        try db.first(
            "SELECT * FROM filesystems WHERE block_device_id = ? ORDER BY acquired DESC", device, row: Filesystem.init)
    }

    static func find(_ db: Connection, partition: Int) throws -> Filesystem? {
        try db.first(
            "SELECT * FROM filesystems WHERE partition_id = ? ORDER BY acquired DESC", partition, row: Filesystem.init)
    }

    /// File systems without a device, such as tmpfs.
    static func special(_ db: Connection, node: Int) throws -> [Filesystem] {
        try db.query(
            """
            SELECT * FROM filesystems WHERE node_id = ? AND block_device_id IS NULL AND partition_id IS NULL
            ORDER BY id
            """, node, row: Filesystem.init)
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
