import Formats
import SQLite

/// The disks of a machine that takes another's.
extension MachineClone {
    /// The boot disk of a machine, and its other physical disks in the order of creation.
    private func disks(of node: Node) throws -> (boot: BlockDevice, others: [BlockDevice])? {
        let storage = try NodeStorage(db, node: node)
        guard let boot = storage.bootDisk else { return nil }
        return (boot, storage.physical.filter { $0.id != boot.id })
    }

    /// Which disk of the destination gets what is on which of the source: the boot disks first, then disks of the same
    /// size and tags, then larger ones with the same tags, then larger ones.
    ///
    /// A destination with more disks than the source is refused, as MAAS refuses it.
    package func diskPairs() throws -> [(destination: BlockDevice, source: BlockDevice)] {
        if destination.architecture != source.architecture {
            throw Mismatch(
                reason: "node architectures do not match (\(destination.architecture) != \(source.architecture))")
        }
        if destination.biosBootMethod != source.biosBootMethod {
            let (own, other) = (destination.biosBootMethod ?? "None", source.biosBootMethod ?? "None")
            throw Mismatch(reason: "node boot methods do not match (\(own) != \(other))")
        }
        guard let own = try disks(of: destination) else {
            throw Mismatch(reason: "destination node has no physical block devices")
        }
        guard let other = try disks(of: source) else {
            throw Mismatch(reason: "source node has no physical block devices")
        }
        if own.boot.size < other.boot.size {
            throw Mismatch(
                reason: "destination boot disk(\(own.boot.name)) is smaller than source boot disk(\(other.boot.name))")
        }
        if own.others.count < other.others.count {
            throw Mismatch(
                reason: "source node does not have enough physical block devices "
                    + "(\(own.others.count + 1) < \(other.others.count + 1))")
        }
        var pairs = [(destination: own.boot, source: other.boot)]
        var (free, wanted) = (own.others, other.others)
        let passes: [(BlockDevice, BlockDevice) -> Bool] = [
            { $0.size == $1.size && Set($0.tags) == Set($1.tags) },
            { $0.size >= $1.size && Set($0.tags) == Set($1.tags) },
            { $0.size >= $1.size },
        ]
        for (number, fits) in passes.enumerated() {
            if number > 0 {
                free = free.enumerated().sorted { ($0.1.size, $0.0) < ($1.1.size, $1.0) }.map(\.1)
                wanted = wanted.enumerated().sorted { ($0.1.size, $0.0) < ($1.1.size, $1.0) }.map(\.1)
            }
            for disk in free {
                guard let match = wanted.first(where: { fits(disk, $0) }) else { continue }
                pairs.append((disk, match))
                free.removeAll { $0.id == disk.id }
                wanted.removeAll { $0.id == match.id }
            }
        }
        if !free.isEmpty {
            throw Mismatch(
                reason: "\(free.count) destination node physical block devices do not match the source nodes physical "
                    + "block devices")
        }
        return pairs
    }

    /// Replaces what is on the destination's disks: first what is on the physical ones, then group by group what is
    /// made of that.
    package func copyStorage() throws {
        let pairs = try diskPairs()
        try StorageEditor(state, node: destination.id).clear()
        let storage = try NodeStorage(db, node: source)
        var waitingGroups = storage.groups
        var waitingSets = storage.cacheSets
        var sets: [Int: Int] = [:]
        // What was copied in the layer below, by the file systems that it was copied from.
        var copies: [Int: Int] = [:]
        for (own, other) in pairs { copies.merge(try copyContents(of: other, to: own.id, storage)) { $1 } }
        while !waitingGroups.isEmpty || !waitingSets.isEmpty {
            let readySets = waitingSets.filter { set in mark(of: set, storage).map { copies[$0] != nil } ?? true }
            let readyGroups = waitingGroups.filter { $0.parts.allSatisfy { copies[$0.filesystem.id] != nil } }
            if readySets.isEmpty, readyGroups.isEmpty {
                // MAAS forgets every layer but the last, so what is made of two of them cannot be copied.
                throw Refusal.unexpected(
                    "Copying the next layer of filesystems groups or cache sets has failed.")
            }
            for set in readySets {
                sets[set.id] = try db.insert(into: "cache_sets", ["node_id": destination.id])
                if let copy = mark(of: set, storage).flatMap({ copies[$0] }) {
                    try db.update("filesystems", id: copy, ["cache_set_id": sets[set.id]])
                }
            }
            var layer: [Int: Int] = [:]
            for group in readyGroups { layer.merge(try copy(group, copies, sets, storage)) { $1 } }
            waitingSets.removeAll { set in readySets.contains { $0.id == set.id } }
            waitingGroups.removeAll { group in readyGroups.contains { $0.id == group.id } }
            copies = layer
        }
        let special = try db.query(
            """
            SELECT * FROM filesystems
            WHERE node_id = ? AND block_device_id IS NULL AND partition_id IS NULL AND acquired = 0 ORDER BY id
            """, source.id, row: Filesystem.init)
        for filesystem in special { _ = try copy(filesystem, to: nil) }
    }

    /// The file system that marks the place of a cache set.
    private func mark(of set: CacheSet, _ storage: NodeStorage) -> Int? {
        storage.filesystems.first { $0.cacheSetID == set.id }?.id
    }

    /// Copies a group whose parts are copied, and the devices that it provides with what is on them.
    /// - Returns: Copied file systems on those devices, by what they were copied from.
    private func copy(
        _ group: FilesystemGroup, _ copies: [Int: Int], _ sets: [Int: Int], _ storage: NodeStorage
    ) throws -> [Int: Int] {
        if let set = group.cacheSetID, sets[set] == nil { throw Refusal.unexpected("\(set)") }
        let id = try db.insert(
            into: "filesystem_groups",
            [
                "node_id": destination.id, "type": group.kind.rawValue, "name": group.name,
                "uuid": try state.random.uuid(), "cache_mode": group.cacheMode,
                "cache_set_id": group.cacheSetID.flatMap { sets[$0] },
            ])
        for part in group.parts {
            if let copy = copies[part.filesystem.id] { try db.update("filesystems", id: copy, ["group_id": id]) }
        }
        var layer: [Int: Int] = [:]
        for device in storage.provided(by: group) {
            let own = try db.insert(
                into: "block_devices",
                [
                    "node_id": destination.id, "type": BlockDevice.Kind.virtual.rawValue, "name": device.name,
                    "uuid": try state.random.uuid(), "size": device.size, "block_size": device.blockSize,
                    "tags": JSONValue.text(of: device.tags), "group_id": id,
                ])
            layer.merge(try copyContents(of: device, to: own, storage)) { $1 }
        }
        return layer
    }

    /// Copies partitions and file systems of a disk.
    /// - Returns: Copied file systems, by what they were copied from.
    private func copyContents(of other: BlockDevice, to own: Int, _ storage: NodeStorage) throws -> [Int: Int] {
        var copies: [Int: Int] = [:]
        let originals = { (place: StoragePlace) in
            storage.filesystems.filter { $0.place == place && !$0.acquired }
        }
        try db.update("block_devices", id: own, ["partition_table_type": other.partitionTableType])
        for partition in other.partitions.sorted(by: { $0.id < $1.id }) {
            // Copies keep MAAS's rules, which the partitions of an image of ESXi do not.
            if partition.size < Partition.leastSize {
                throw Refusal.field(
                    "size", "Ensure this value is greater than or equal to \(Partition.leastSize).", by: .model)
            }
            let copied = try db.insert(
                into: "partitions",
                [
                    "block_device_id": own, "number": partition.number, "uuid": try state.random.uuid(),
                    "size": Partition.aligned(partition.size), "bootable": partition.bootable,
                    "tags": JSONValue.text(of: partition.tags),
                ])
            for filesystem in originals(.partition(partition.id)) {
                copies[filesystem.id] = try copy(filesystem, to: .partition(copied))
            }
        }
        for filesystem in originals(.device(other.id)) {
            copies[filesystem.id] = try copy(filesystem, to: .device(own))
        }
        return copies
    }

    private func copy(_ original: Filesystem, to place: StoragePlace?) throws -> Int {
        let columns: (device: Int?, partition: Int?) = place.map(StorageEditor.columns) ?? (nil, nil)
        return try db.insert(
            into: "filesystems",
            [
                "node_id": destination.id, "block_device_id": columns.device, "partition_id": columns.partition,
                "uuid": try state.random.uuid(), "fstype": original.fstype, "label": original.label,
                "mount_point": original.mountPoint, "mount_options": original.mountOptions,
            ])
    }
}
