import SQLite

/// A disk of a node, with what is on it.
struct BlockDevice {
    let id: Int
    let node: Node
    let type: String
    let name: String
    let uuid: String?
    let model: String
    let serial: String
    let idPath: String?
    /// bytes
    let size: Int
    let blockSize: Int
    let tags: [String]
    let firmwareVersion: String?
    let numaNode: Int?
    let storagePool: String?
    let partitionTableType: String?
    let filesystem: Filesystem?
    let partitions: [Partition]

    init(_ row: Row, node: Node, _ db: Connection) throws {
        id = try row["id"]
        self.node = node
        type = try row["type"]
        name = try row["name"]
        uuid = try row["uuid"]
        model = try row["model"]
        serial = try row["serial"]
        idPath = try row["id_path"]
        size = try row["size"]
        blockSize = try row["block_size"]
        tags = try JSONValue(column: "tags", of: row).strings
        firmwareVersion = try row["firmware_version"]
        numaNode = try row["numa_node"]
        storagePool = try row["storage_pool"]
        partitionTableType = try row["partition_table_type"]
        filesystem = try Filesystem.find(db, device: id, acquired: node.usesAcquiredFilesystems)
        partitions = try Partition.all(db, device: id, acquired: node.usesAcquiredFilesystems)
    }

    /// The disks of a node, in the order of creation.
    static func all(_ db: Connection, node: Node) throws -> [BlockDevice] {
        try db.query("SELECT * FROM block_devices WHERE node_id = ? ORDER BY id", node.id) {
            try BlockDevice($0, node: node, db)
        }
    }

    /// Bytes that a partition table takes: 4 MiB before the first partition, 1 MiB for the backup at the end, and
    /// 1 MiB for GRUB where a BIOS boots from a GPT disk.
    var partitionTableOverhead: Int {
        let mebibyte = 1 << 20
        return (5 + (needsBIOSBoot ? 1 : 0)) * mebibyte
    }

    /// MAAS keeps the first partition number for GRUB on disks of amd64 machines that do not boot by UEFI.
    var needsBIOSBoot: Bool {
        node.architecture.hasPrefix("amd64/") && node.biosBootMethod != "uefi" && partitionTableType != "MBR"
    }

    /// Bytes in partitions and the table itself, or all of it under a file system.
    var usedSize: Int {
        if filesystem != nil { return size }
        if partitionTableType == nil { return 0 }
        return partitions.reduce(partitionTableOverhead) { $0 + $1.size }
    }

    /// Bytes that another partition could have.
    var availableSize: Int {
        if filesystem != nil { return 0 }
        let used = partitions.reduce(partitionTableOverhead) { $0 + $1.size }
        return max(0, Partition.aligned(size - used))
    }

    var usedFor: String {
        if let filesystem { return filesystem.usedFor }
        if let partitionTableType, !partitions.isEmpty {
            return "\(partitionTableType) partitioned with \(partitions.count) partition"
                + (partitions.count == 1 ? "" : "s")
        }
        return "Unused"
    }

    var path: String { "/dev/disk/by-dname/\(name)" }

    /// `isNested`: inside its machine, where MAAS also names the firmware.
    func write(into json: inout JSONWriter, isNested: Bool = true) {
        json.object { json in
            json.field("id", id)
            json.field("system_id", node.systemID)
            json.field("name", name)
            json.field("type", type)
            json.field("uuid", uuid)
            json.field("path", path)
            if type == "physical" {
                json.field("model", model)
                json.field("serial", serial)
                json.field("id_path", idPath)
                if isNested { json.field("firmware_version", firmwareVersion) }
                json.field("storage_pool", storagePool)
                json.field("numa_node", numaNode)
            }
            json.field("size", size)
            json.field("block_size", blockSize)
            json.field("available_size", availableSize)
            json.field("used_size", usedSize)
            json.field("used_for", usedFor)
            json.field("tags", tags)
            json.key("filesystem")
            if let filesystem { filesystem.write(into: &json) } else { json.null() }
            json.field("partition_table_type", partitionTableType)
            json.array("partitions", of: partitions.enumerated()) { json, numbered in
                numbered.element.write(number: numbered.offset + (needsBIOSBoot ? 2 : 1), of: self, into: &json)
            }
            json.field("resource_uri", "\(Dispatch.root)nodes/\(node.systemID)/blockdevices/\(id)/")
        }
    }
}
