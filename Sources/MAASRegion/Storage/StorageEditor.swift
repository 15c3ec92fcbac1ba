import SQLite

/// Changes what is on the disks of a node, by the rules that MAAS's models keep when they are saved.
///
/// What they refuse is thrown as `Refusal`: rules of one object as messages by field, rules between objects as
/// plain text.
package struct StorageEditor {
    package let state: RegionState
    package let nodeID: Int

    package var db: Connection { state.db }

    package init(_ state: RegionState, node: Int) {
        self.state = state
        nodeID = node
    }

    /// The disks as they are now.
    package func storage() throws -> NodeStorage {
        guard let node = try Node.find(db, id: nodeID) else { throw Refusal.notFound("Machine") }
        return try NodeStorage(db, node: node)
    }

    /// A rule of MAAS's models that concerns no single field.
    package static func refusal(_ message: String) -> Refusal { .field(FieldErrors.all, message, by: .model) }

    // MARK: Partitions

    /// Puts an empty partition table on a disk.
    package func addPartitionTable(to id: Int, type: String = "GPT") throws {
        let storage = try storage()
        if let group = storage.group(storage.device(id)?.groupID) {
            let volume: String? =
                switch group.kind {
                case .volumeGroup: "logical"
                case .bcache: "Bcache"
                default: nil
                }
            if let volume {
                throw Refusal.field(
                    "block_device", "Cannot create a partition table on a \(volume) volume.", by: .model)
            }
        }
        try db.update("block_devices", id: id, ["partition_table_type": type])
    }

    /// Adds a partition to a disk that has a table: of so many bytes, or of all that are free. Its size is rounded
    /// down to whole 4 MiB.
    /// - Returns: The partition's id.
    @discardableResult
    package func addPartition(to id: Int, size wanted: Int? = nil, bootable: Bool = false, uuid: String? = nil) throws
        -> Int
    {
        let storage = try storage()
        guard let device = storage.device(id) else { throw Refusal.notFound("BlockDevice") }
        let room = device.roomForPartition
        let isMBR = device.partitionTableType == "MBR"
        var size = Partition.aligned(wanted ?? (isMBR ? min(room, Partition.greatestSizeForMBR) : room))
        var errors = FieldErrors()
        if size < Partition.leastSize {
            errors.add("size", "Ensure this value is greater than or equal to \(Partition.leastSize).")
        }
        if size > room {
            // One block too many is let pass.
            size -= device.blockSize
            if size > room {
                errors.add("size", "Partition cannot be saved; not enough free space on the block device.")
            }
        }
        if isMBR, size > Partition.greatestSizeForMBR {
            errors.add("size", "Partition cannot be saved; size is larger than the MBR 2TiB maximum.")
        }
        try errors.check(by: .model)
        return try db.insert(
            into: "partitions",
            [
                "block_device_id": id, "number": try nextNumber(on: device, storage),
                "uuid": try uuid ?? state.random.uuid(), "size": size, "bootable": bootable,
            ])
    }

    /// The number of the next partition of a disk.
    private func nextNumber(on device: BlockDevice, _ storage: NodeStorage) throws -> Int {
        let needsPReP = device.node.isPPC && device.id == storage.bootDisk?.id
        let needsBIOSBoot =
            try device.node.architecture.hasPrefix("amd64/") && device.kind == .physical
            && device.node.bootMethod(db) != "uefi"
        return Partition.number(
            after: device.partitions.map(\.number).max() ?? 0, isMBR: device.partitionTableType == "MBR",
            keepsFirst: needsPReP || needsBIOSBoot)
    }

    /// Changes columns of a partition, which is listed after the others from then on.
    func update(partition id: Int, _ values: KeyValuePairs<String, (any SQLBindable)?>) throws {
        try db.update("partitions", id: id, values)
    }

    /// One partition over a whole disk that had no table.
    package func addWholePartition(to id: Int) throws -> Int {
        try addPartitionTable(to: id)
        return try addPartition(to: id)
    }

    /// The place that stands for a disk in a group: the disk itself, or a partition over all of it where the machine
    /// boots from it.
    package func groupPlace(for id: Int) throws -> StoragePlace {
        guard try storage().bootDisk?.id == id else { return .device(id) }
        return .partition(try addWholePartition(to: id))
    }

    /// The place in a group of the disk or the partition that was chosen; `nil` when neither was.
    package func groupPlace(device: Int?, partition: Int?) throws -> StoragePlace? {
        try device.map { try groupPlace(for: $0) } ?? partition.map(StoragePlace.partition)
    }

    // MARK: File systems

    package struct NewFilesystem {
        package var fstype: String
        package var label: String?
        package var uuid: String?
        package var mountPoint: String?
        package var mountOptions: String?
        package var group: Int?
        package var cacheSet: Int?
        package var acquired = false

        package init(
            fstype: String, label: String? = nil, uuid: String? = nil, mountPoint: String? = nil,
            mountOptions: String? = nil, group: Int? = nil, cacheSet: Int? = nil, acquired: Bool = false
        ) {
            self.fstype = fstype
            self.label = label
            self.uuid = uuid
            self.mountPoint = mountPoint
            self.mountOptions = mountOptions
            self.group = group
            self.cacheSet = cacheSet
            self.acquired = acquired
        }
    }

    /// Puts a file system, or the mark of a group, on a disk or partition.
    package func add(_ new: NewFilesystem, on place: StoragePlace) throws {
        try check(place, fstype: new.fstype, mountPoint: new.mountPoint)
        if let point = new.mountPoint { try checkUnused(point, acquired: new.acquired) }
        let (device, partition) = Self.columns(place)
        try db.insert(
            into: "filesystems",
            [
                "node_id": nodeID, "block_device_id": device, "partition_id": partition,
                "uuid": try new.uuid ?? state.random.uuid(), "fstype": new.fstype, "label": new.label,
                "mount_point": new.mountPoint, "mount_options": new.mountOptions, "group_id": new.group,
                "cache_set_id": new.cacheSet,
                "acquired": new.acquired,
            ])
    }

    package static func columns(_ place: StoragePlace) -> (device: Int?, partition: Int?) {
        switch place {
        case .device(let id): (id, nil)
        case .partition(let id): (nil, id)
        }
    }

    private func check(_ place: StoragePlace, fstype: String, mountPoint: String?) throws {
        if case .device(let id) = place, try storage().bootDisk?.id == id {
            throw Self.refusal(
                "Cannot place filesystem directly on the boot disk. Create a partition on the boot disk first and then "
                    + "format the partition.")
        }
        if ["ramfs", "tmpfs"].contains(fstype), mountPoint == nil {
            throw Self.refusal("Virtual filesystems must be mounted.")
        }
    }

    /// Mounts a file system that is in memory.
    package func addSpecial(_ fstype: String, mountPoint: String, options: String, acquired: Bool) throws {
        try Self.checkLengths(mountPoint, options)
        try checkUnused(mountPoint, acquired: acquired)
        try db.insert(
            into: "filesystems",
            [
                "node_id": nodeID, "uuid": try state.random.uuid(), "fstype": fstype, "mount_point": mountPoint,
                "mount_options": options, "acquired": acquired,
            ])
    }

    /// Refuses a mount point or options that are longer than MAAS can keep.
    package static func checkLengths(_ mountPoint: String, _ options: String) throws(Refusal) {
        var errors = FieldErrors()
        for (name, text) in [("mount_point", mountPoint), ("mount_options", options)] {
            let length = text.unicodeScalars.count
            if length > 255 { errors.add(name, "Ensure this value has at most 255 characters (it has \(length)).") }
        }
        try errors.check(by: .model)
    }

    /// Refuses a text that is longer than MAAS can keep.
    static func check(length text: String, of field: String) throws(Refusal) {
        let length = text.unicodeScalars.count
        if length > 255 {
            throw .field(field, "Ensure this value has at most 255 characters (it has \(length)).", by: .model)
        }
    }

    /// Refuses a mount point where something else is mounted.
    package func checkUnused(_ mountPoint: String, acquired: Bool, besides filesystem: Int? = nil) throws {
        let taken: Int? = try db.scalar(
            """
            SELECT id FROM filesystems
            WHERE node_id = ? AND mount_point = ? AND acquired = ? AND fstype <> 'swap' AND id IS NOT ?
            """, nodeID, mountPoint, acquired, filesystem)
        if taken != nil { throw Self.refusal("Another filesystem is already mounted at \(mountPoint).") }
    }
}
