import SQLite

/// Everything that is on the disks of one node, read at once.
package struct NodeStorage {
    package let node: Node
    /// In the order of creation.
    package let devices: [BlockDevice]
    /// In the order of creation; only those that have parts.
    package let groups: [FilesystemGroup]
    /// Groups that have lost their parts with the parts' disk. MAAS no longer knows whose they are.
    package let orphans: [FilesystemGroup]
    package let cacheSets: [CacheSet]
    /// File systems in memory, such as tmpfs.
    package let special: [Filesystem]
    /// Every file system on a disk or partition, acquired ones too.
    package let filesystems: [Filesystem]

    package init(_ db: Connection, node: Node) throws {
        self.node = node
        let inUse = node.usesAcquiredFilesystems
        let all = try db.query(
            "SELECT * FROM filesystems WHERE node_id = ? ORDER BY id", node.id, row: Filesystem.init)
        let specialInUse = node.usesAcquiredSpecialFilesystems
        special = all.filter { $0.place == nil && $0.acquired == specialInUse }
        let placed = all.filter { $0.place != nil }
        filesystems = placed
        let byPlace = Dictionary(grouping: placed, by: \.place)
        let sizes = try PartSizes(db, node: node)
        let sets = try Self.cacheSets(placed)
        cacheSets = sets
        let groups = try db.query("SELECT * FROM filesystem_groups WHERE node_id = ? ORDER BY id", node.id) { row in
            try FilesystemGroup(row) { id in
                placed.filter { $0.groupID == id }.map {
                    let size = sizes[$0.place]
                    return FilesystemGroup.Part(filesystem: $0, size: size.bytes, blockSize: size.block)
                }
            }
        }
        self.groups = groups.filter { !$0.parts.isEmpty }
        orphans = groups.filter(\.parts.isEmpty)
        let purpose: (Filesystem?) -> String? = { $0.map { Self.purpose(of: $0, groups, sets) } }
        let effective: (StoragePlace) -> Filesystem? = { Filesystem.effective(byPlace[$0] ?? [], inUse: inUse) }
        devices = try db.query("SELECT * FROM block_devices WHERE node_id = ? ORDER BY id", node.id) { row in
            let id: Int = try row["id"]
            let filesystem = effective(.device(id))
            return try BlockDevice(
                row, node: node,
                fullName: { Self.fullName($0, groups) }, filesystem: filesystem, purpose: purpose(filesystem)
            ) { device, name in
                try db.query("SELECT * FROM partitions WHERE block_device_id = ? ORDER BY changed, id", device) { row in
                    let filesystem = effective(.partition(try row["id"]))
                    return try Partition(row, of: name, filesystem: filesystem, usedFor: purpose(filesystem))
                }
            }
        }
    }

    /// Cache sets are named by their position among those of the node.
    private static func cacheSets(_ filesystems: [Filesystem]) throws -> [CacheSet] {
        let marks = filesystems.filter { $0.cacheSetID != nil }.sorted { ($0.cacheSetID ?? 0) < ($1.cacheSetID ?? 0) }
        return marks.enumerated().compactMap { index, mark in
            guard let id = mark.cacheSetID, let place = mark.place else { return nil }
            return CacheSet(id: id, name: "cache\(index)", place: place)
        }
    }

    private static func fullName(_ device: BlockDevice.Identity, _ groups: [FilesystemGroup]) -> String {
        guard let group = groups.first(where: { $0.id == device.groupID }), group.kind == .volumeGroup else {
            return device.name
        }
        return "\(group.name)-\(device.name)"
    }

    private static func purpose(
        of filesystem: Filesystem, _ groups: [FilesystemGroup], _ cacheSets: [CacheSet]
    ) -> String {
        if let point = filesystem.mountPoint { return "\(filesystem.fstype) formatted filesystem mounted at \(point)" }
        if let group = groups.first(where: { $0.id == filesystem.groupID }) {
            return group.purpose(of: filesystem.fstype)
        }
        if let set = cacheSets.first(where: { $0.id == filesystem.cacheSetID }) {
            return "Cache device for \(set.name)"
        }
        return "Unmounted \(filesystem.fstype) formatted filesystem"
    }

    package var physical: [BlockDevice] { devices.filter { $0.kind == .physical } }
    package var virtual: [BlockDevice] { devices.filter { $0.kind == .virtual } }

    /// bytes that a disk must have for MAAS to boot from it unless it is told to
    private static let leastBootDisk = 512 << 20

    /// The disk that the machine boots from: the one that was chosen, else the first that is large enough.
    package var bootDisk: BlockDevice? {
        physical.first { $0.id == node.bootDiskID } ?? physical.first { $0.size >= Self.leastBootDisk }
    }

    package func device(_ id: Int?) -> BlockDevice? { devices.first { $0.id == id } }
    package func group(_ id: Int?) -> FilesystemGroup? { groups.first { $0.id == id } }
    package func cacheSet(_ id: Int?) -> CacheSet? { cacheSets.first { $0.id == id } }

    /// A partition and the disk that it is on.
    package func partition(_ id: Int?) -> (partition: Partition, device: BlockDevice)? {
        for device in devices {
            if let partition = device.partitions.first(where: { $0.id == id }) { return (partition, device) }
        }
        return nil
    }

    /// The virtual devices that a group provides; one but for volume groups.
    package func provided(by group: FilesystemGroup) -> [BlockDevice] { devices.filter { $0.groupID == group.id } }

    /// Bytes of a volume group's logical volumes.
    package func allocated(in group: FilesystemGroup) -> Int { provided(by: group).reduce(0) { $0 + $1.size } }

    /// Bytes of a volume group that no logical volume has; negative after it has shrunk.
    package func free(in group: FilesystemGroup) -> Int { Int(group.size) - allocated(in: group) }

    /// What is on a place: the file system that counts.
    package func filesystem(on place: StoragePlace) -> Filesystem? {
        switch place {
        case .device(let id): device(id)?.filesystem
        case .partition(let id): partition(id)?.partition.filesystem
        }
    }

    package func name(of place: StoragePlace) -> String {
        switch place {
        case .device(let id): device(id)?.fullName ?? ""
        case .partition(let id): partition(id)?.partition.name ?? ""
        }
    }
}

/// The sizes of all disks and partitions of a node.
private struct PartSizes {
    private var sizes: [StoragePlace: (bytes: Int, block: Int)] = [:]

    init(_ db: Connection, node: Node) throws {
        try Self.read(db, "SELECT id, size, block_size FROM block_devices WHERE node_id = ?", node) {
            sizes[.device($0)] = ($1, $2)
        }
        try Self.read(
            db,
            """
            SELECT partitions.id, partitions.size, block_size FROM partitions
            JOIN block_devices ON block_devices.id = block_device_id WHERE node_id = ?
            """, node
        ) { sizes[.partition($0)] = ($1, $2) }
    }

    private static func read(
        _ db: Connection, _ sql: String, _ node: Node, _ take: (Int, Int, Int) -> Void
    ) throws {
        for row in try db.query(sql, node.id, row: { (try $0[0] as Int, try $0[1] as Int, try $0[2] as Int) }) {
            take(row.0, row.1, row.2)
        }
    }

    subscript(_ place: StoragePlace?) -> (bytes: Int, block: Int) {
        place.flatMap { sizes[$0] } ?? (0, 512)
    }
}
