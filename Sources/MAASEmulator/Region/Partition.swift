import SQLite

/// A partition of a disk.
struct Partition {
    let id: Int
    let uuid: String
    /// bytes
    let size: Int
    let bootable: Bool
    let tags: [String]
    let filesystem: Filesystem?

    init(_ row: Row, _ db: Connection, acquired: Bool) throws {
        id = try row["id"]
        uuid = try row["uuid"]
        size = try row["size"]
        bootable = try row["bootable"]
        tags = try JSONValue(column: "tags", of: row).strings
        filesystem = try Filesystem.find(db, partition: id, acquired: acquired)
    }

    static func all(_ db: Connection, device: Int, acquired: Bool) throws -> [Partition] {
        try db.query("SELECT * FROM partitions WHERE block_device_id = ? ORDER BY id", device) {
            try Partition($0, db, acquired: acquired)
        }
    }

    /// Partitions start and end on whole 4 MiB.
    static func aligned(_ size: Int) -> Int {
        let step = 4 << 20
        return size - size % step
    }

    var usedFor: String { filesystem?.usedFor ?? "Unused" }

    func write(number: Int, of device: BlockDevice, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("uuid", uuid)
            json.field("size", size)
            json.field("bootable", bootable)
            json.field("tags", tags)
            json.field("type", "partition")
            json.field("used_for", usedFor)
            json.field("system_id", device.node.systemID)
            json.field("device_id", device.id)
            json.field("path", "\(device.path)-part\(number)")
            json.key("filesystem")
            if let filesystem { filesystem.write(into: &json) } else { json.null() }
            json.field(
                "resource_uri",
                "\(Dispatch.root)nodes/\(device.node.systemID)/blockdevices/\(device.id)/partition/\(id)")
        }
    }
}
