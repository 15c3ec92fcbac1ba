import SQLite

/// Writing disks.
extension BlockDevice {
    /// What tells a disk from others.
    package struct Identity {
        package let name: String
        package let model: String
        package let serial: String
        package let idPath: String

        package init(name: String, model: String, serial: String, idPath: String) {
            self.name = name
            self.model = model
            self.serial = serial
            self.idPath = idPath
        }
    }

    /// Adds a physical disk; answers its id.
    /// - Parameters:
    ///   - size: bytes
    ///   - blockSize: bytes
    package static func insert(
        _ db: Connection, node: Int, _ identity: Identity, size: Int, blockSize: Int, numaNode: Int
    ) throws -> Int {
        try db.insert(
            into: "block_devices",
            [
                "node_id": node, "name": identity.name, "model": identity.model, "serial": identity.serial,
                "id_path": identity.idPath, "size": size, "block_size": blockSize, "numa_node": numaNode,
            ])
    }

    package func update(_ db: Connection, _ identity: Identity) throws {
        try db.update(
            "block_devices", id: id,
            [
                "name": identity.name, "model": identity.model, "serial": identity.serial,
                "id_path": identity.idPath,
            ])
    }

    /// - Parameters:
    ///   - size: bytes
    ///   - blockSize: bytes
    package func update(
        _ db: Connection, size: Int, blockSize: Int, numaNode: Int, partitionTableType: String?
    ) throws {
        try db.update(
            "block_devices", id: id,
            [
                "size": size, "block_size": blockSize, "numa_node": numaNode,
                "partition_table_type": partitionTableType,
            ])
    }

    /// Changes a virtual device.
    /// - Parameter size: bytes
    package func update(_ db: Connection, name: String, uuid: String?, size: Int) throws {
        try db.update("block_devices", id: id, ["name": name, "uuid": uuid, "size": size])
    }
}

extension FilesystemGroup {
    package func rename(_ db: Connection, to name: String) throws {
        try db.update("filesystem_groups", id: id, ["name": name])
    }
}
