import Formats
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

    /// The disks of one node.
    package init(_ db: Connection, node: Node) throws {
        self.init(node, try NodeStorageRows(db, [node]))
    }

    /// The disks of many nodes by the nodes' ids, with as many statements as for one.
    package static func all(_ db: Connection, nodes: [Node]) throws -> [Int: NodeStorage] {
        let rows = try NodeStorageRows(db, nodes)
        return Dictionary(nodes.map { ($0.id, NodeStorage($0, rows)) }) { first, _ in first }
    }

    private init(_ node: Node, _ rows: NodeStorageRows) {
        self.node = node
        let all = rows.filesystems[node.id] ?? []
        let specialInUse = node.usesAcquiredSpecialFilesystems
        special = all.filter { $0.place == nil && $0.acquired == specialInUse }
        filesystems = all.filter { $0.place != nil }
        cacheSets = rows.cacheSets[node.id] ?? []
        let groups = rows.groups[node.id] ?? []
        self.groups = groups.filter { !$0.parts.isEmpty }
        orphans = groups.filter(\.parts.isEmpty)
        devices = rows.devices[node.id] ?? []
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

    /// The cache set of a name such as `cache0`. MAAS counts what stands behind the word, whatever is before it.
    package func cacheSet(named name: String) -> CacheSet? {
        let halves = name.split(separator: "cache", omittingEmptySubsequences: false)
        guard halves.count == 2, let index = Int(python: halves[1]) else { return nil }
        return cacheSets.indices.contains(index) ? cacheSets[index] : nil
    }

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
    package func allocated(in group: FilesystemGroup) -> Int128 {
        provided(by: group).reduce(0) { $0 + Int128($1.size) }
    }

    /// Bytes of a volume group that no logical volume has; negative after it has shrunk.
    package func free(in group: FilesystemGroup) -> Int128 { group.size - allocated(in: group) }

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
