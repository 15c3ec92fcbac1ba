import Formats
import SQLite

/// What the tables of disks say of some nodes, put together by node: four statements, however many nodes there are.
struct NodeStorageRows {
    private(set) var filesystems: [Int: [Filesystem]] = [:]
    private(set) var cacheSets: [Int: [CacheSet]] = [:]
    /// In the order of creation, those without parts too.
    private(set) var groups: [Int: [FilesystemGroup]] = [:]
    /// In the order of creation.
    private(set) var devices: [Int: [BlockDevice]] = [:]

    private static let filesystemsOfNodes = ListSQL { list in
        """
        SELECT filesystems.*, COALESCE(partitions.size, disks.size) AS place_size, disks.block_size AS place_block_size
        FROM filesystems LEFT JOIN partitions ON partitions.id = partition_id
        LEFT JOIN block_devices AS disks
            ON disks.id = COALESCE(filesystems.block_device_id, partitions.block_device_id)
        WHERE filesystems.node_id IN \(list("?1")) ORDER BY filesystems.id
        """
    }

    private static let groupsOfNodes = ListSQL { list in
        "SELECT * FROM filesystem_groups WHERE node_id IN \(list("?1")) ORDER BY id"
    }

    private static let partitionsOfNodes = ListSQL { list in
        """
        SELECT partitions.*, block_devices.name AS device, group_id, node_id FROM partitions
        JOIN block_devices ON block_devices.id = block_device_id WHERE node_id IN \(list("?1"))
        ORDER BY changed, partitions.id
        """
    }

    private static let devicesOfNodes = ListSQL { list in
        "SELECT * FROM block_devices WHERE node_id IN \(list("?1")) ORDER BY id"
    }

    init(_ db: Connection, _ nodes: [Node]) throws {
        let ids = nodes.map(\.id).ids
        let marks = try db.query(
            Self.filesystemsOfNodes[ids], ids
        ) { row in
            (
                filesystem: try Filesystem(row), size: try row["place_size"] as Int?,
                blockSize: try row["place_block_size"] as Int?
            )
        }
        filesystems = Dictionary(grouping: marks.map(\.filesystem), by: \.nodeID)
        cacheSets = filesystems.mapValues(Self.cacheSets)
        let parts = Dictionary(grouping: marks.filter { $0.filesystem.groupID != nil }, by: \.filesystem.groupID)
        let groupRows = try db.query(Self.groupsOfNodes[ids], ids) {
            row in
            let group = try FilesystemGroup(row) { id in
                (parts[id] ?? []).map { mark in
                    FilesystemGroup.Part(
                        filesystem: mark.filesystem, size: mark.size ?? 0, blockSize: mark.blockSize ?? 512)
                }
            }
            return (node: try row["node_id"] as Int, group: group)
        }
        groups = Dictionary(grouping: groupRows, by: \.node).mapValues { $0.map(\.group) }
        try readDevices(db, ids, nodes)
    }

    private mutating func readDevices(_ db: Connection, _ ids: IDs, _ nodes: [Node]) throws {
        let nodes = Dictionary(nodes.map { ($0.id, $0) }) { first, _ in first }
        let byPlace = Dictionary(grouping: filesystems.values.joined(), by: \.place)
        let groupsByID = Dictionary(groups.values.joined().map { ($0.id, $0) }) { first, _ in first }
        let sets = Dictionary(cacheSets.values.joined().map { ($0.id, $0) }) { first, _ in first }
        let inUse = nodes.mapValues(\.usesAcquiredFilesystems)
        let effective: (StoragePlace, _ node: Int) -> Filesystem? = { place, node in
            Filesystem.effective(byPlace[place] ?? [], inUse: inUse[node] ?? false)
        }
        let purpose: (Filesystem?) -> String? = { $0.map { Self.purpose(of: $0, groupsByID, sets) } }
        let fullName: (String, _ group: Int?) -> String = { name, group in
            guard let group = group.flatMap({ groupsByID[$0] }), group.kind == .volumeGroup else { return name }
            return "\(group.name)-\(name)"
        }
        // As MAAS's database lists them: one that was changed comes after the others.
        let partitions = try db.query(
            Self.partitionsOfNodes[ids], ids
        ) { row in
            let filesystem = effective(.partition(try row["id"]), try row["node_id"])
            return try Partition(
                row, of: fullName(row["device"], row["group_id"]), filesystem: filesystem, usedFor: purpose(filesystem))
        }
        let byDevice = Dictionary(grouping: partitions, by: \.deviceID)
        let found = try db.query(Self.devicesOfNodes[ids], ids) { row in
            let id: Int = try row["id"]
            let node = nodes[try row["node_id"]]
            let filesystem = node.flatMap { effective(.device(id), $0.id) }
            return try node.map {
                try BlockDevice(
                    row, node: $0, fullName: fullName(row["name"], row["group_id"]), filesystem: filesystem,
                    purpose: purpose(filesystem), partitions: byDevice[id] ?? [])
            }
        }
        devices = Dictionary(grouping: found.compactMap(\.self), by: \.node.id)
    }

    /// Cache sets are named by their position among those of the node.
    private static func cacheSets(_ filesystems: [Filesystem]) -> [CacheSet] {
        let marks = filesystems.compactMap { mark in
            mark.cacheSetID.flatMap { id in mark.place.map { (id: id, place: $0) } }
        }
        return marks.sorted { $0.id < $1.id }.enumerated().map { index, mark in
            CacheSet(id: mark.id, name: "cache\(index)", place: mark.place)
        }
    }

    private static func purpose(
        of filesystem: Filesystem, _ groups: [Int: FilesystemGroup], _ sets: [Int: CacheSet]
    ) -> String {
        if let point = filesystem.mountPoint { return "\(filesystem.fstype) formatted filesystem mounted at \(point)" }
        if let group = filesystem.groupID.flatMap({ groups[$0] }) { return group.purpose(of: filesystem.fstype) }
        if let set = filesystem.cacheSetID.flatMap({ sets[$0] }) { return "Cache device for \(set.name)" }
        return "Unmounted \(filesystem.fstype) formatted filesystem"
    }
}
