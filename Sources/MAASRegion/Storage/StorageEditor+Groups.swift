import Formats
import SQLite

/// Groups of disks and partitions, and the virtual devices that they provide.
extension StorageEditor {
    package struct NewGroup {
        package var kind: FilesystemGroup.Kind
        package var name: String
        package var uuid: String?
        package var cacheMode: String?
        package var cacheSet: Int?
        package var parts: [StoragePlace]
        package var spares: [StoragePlace] = []
        /// Of the group; the next one without it.
        package var id: Int?
        /// Of the device that it provides; the next one without it.
        package var deviceID: Int?

        package init(
            kind: FilesystemGroup.Kind, name: String, uuid: String? = nil, cacheMode: String? = nil,
            cacheSet: Int? = nil, parts: [StoragePlace], spares: [StoragePlace] = [], id: Int? = nil,
            deviceID: Int? = nil
        ) {
            self.kind = kind
            self.name = name
            self.uuid = uuid
            self.cacheMode = cacheMode
            self.cacheSet = cacheSet
            self.parts = parts
            self.spares = spares
            self.id = id
            self.deviceID = deviceID
        }
    }

    /// Makes a group of parts that carry nothing yet.
    /// - Returns: The group's id.
    package func add(_ new: NewGroup) throws -> Int {
        try Self.check(name: new.name)
        let id = try db.insert(
            into: "filesystem_groups",
            [
                "id": new.id, "node_id": nodeID, "type": new.kind.rawValue, "name": new.name,
                "uuid": try new.uuid ?? state.random.uuid(), "cache_mode": new.cacheMode, "cache_set_id": new.cacheSet,
            ])
        for place in new.parts { try add(NewFilesystem(fstype: new.kind.mark, group: id), on: place) }
        for place in new.spares { try add(NewFilesystem(fstype: FilesystemGroup.spareMark, group: id), on: place) }
        try save(group: id, newDevice: new.deviceID)
        return id
    }

    /// Gives a group the name and UUID that were asked for, where any were.
    package func rename(_ group: FilesystemGroup, _ name: String?, _ uuid: String?) throws {
        if let name {
            try Self.check(name: name)
            try db.update("filesystem_groups", id: group.id, ["name": name])
        }
        if let uuid { try db.update("filesystem_groups", id: group.id, ["uuid": uuid]) }
    }

    /// Changes a bcache: what is `nil` stays (MAAS's `UpdateBcacheForm`).
    /// - Parameter backing: the disk or the partition that it shall be on from now on.
    package func update(
        _ bcache: FilesystemGroup, backing: (device: Int?, partition: Int?), name: String?, uuid: String?,
        cacheMode: String?, cacheSet: Int?
    ) throws {
        if backing.device != nil || backing.partition != nil {
            try db.execute("DELETE FROM filesystems WHERE group_id = ?", bcache.id)
        }
        if let place = try groupPlace(device: backing.device, partition: backing.partition) {
            try add(NewFilesystem(fstype: bcache.kind.mark, group: bcache.id), on: place)
        }
        try rename(bcache, name, uuid)
        try db.update(
            "filesystem_groups", id: bcache.id,
            ["cache_mode": cacheMode ?? bcache.cacheMode, "cache_set_id": cacheSet ?? bcache.cacheSetID])
        try save(group: bcache.id)
    }

    /// Refuses what MAAS's models take for no name.
    package static func check(name: String) throws(Refusal) {
        let length = name.unicodeScalars.count
        if length == 0 { throw .field("name", "This field cannot be blank.", by: .model) }
        if length > 255 {
            throw .field(
                "name", "Ensure this value has at most 255 characters (it has \(length)).", by: .model)
        }
    }

    /// Checks a group and brings its virtual device in line with it (MAAS's `FilesystemGroup.save`); to be called
    /// after every change of the group or its parts.
    /// - Parameter newDevice: the id of the virtual device, should it have to be made.
    package func save(group id: Int, newDevice: Int? = nil) throws {
        try save(group: id, newDevice: newDevice, depth: 0)
    }

    /// Groups that are made of groups; more come only from one that is a part of itself.
    private static let greatestDepth = 20

    private func save(group id: Int, newDevice: Int? = nil, depth: Int) throws {
        if depth > Self.greatestDepth { throw Refusal.unexpected("maximum recursion depth exceeded") }
        let storage = try storage()
        guard let group = storage.group(id) else {
            let volumes: Int = try db.scalar("SELECT COUNT(*) FROM block_devices WHERE group_id = ?", id) ?? 0
            let kind: String? = try db.scalar("SELECT type FROM filesystem_groups WHERE id = ?", id)
            if kind == FilesystemGroup.Kind.volumeGroup.rawValue, volumes > 0 { throw Self.tooSmall }
            throw Self.refusal("At least one filesystem must have been added.")
        }
        if group.kind == .volumeGroup {
            if storage.free(in: group) < 0 { throw Self.tooSmall }
            return
        }
        if group.kind.isRAID { try Self.checkRAID(group) }
        if group.kind == .bcache { try Self.checkBcache(group, storage) }
        try provide(group, storage, newDevice, depth)
    }

    private static let tooSmall = Refusal.invalid("Volume group cannot be smaller than its logical volumes.")

    private static func checkRAID(_ group: FilesystemGroup) throws(Refusal) {
        let spares = group.parts.filter { $0.filesystem.fstype == FilesystemGroup.spareMark }.count
        let active = group.parts.count - spares
        let (level, least) =
            switch group.kind {
            case .raid0: (0, 2)
            case .raid1: (1, 2)
            case .raid5: (5, 3)
            case .raid6: (6, 4)
            default: (10, 3)
            }
        let takesSpares = group.kind != .raid0
        guard active < least || (spares > 0 && !takesSpares) else { return }
        throw refusal(
            "RAID level \(level) must have at least \(least) raid devices and "
                + (takesSpares ? "any number of spares." : "no spares."))
    }

    private static func checkBcache(_ group: FilesystemGroup, _ storage: NodeStorage) throws(Refusal) {
        guard group.parts.count == 1, let place = group.parts.first?.filesystem.place else {
            throw refusal("Bcache can only contain one backing device.")
        }
        guard case .device(let id) = place else { return }
        if storage.group(storage.device(id)?.groupID)?.kind == .volumeGroup {
            throw refusal("Bcache cannot use a logical volume as a backing device.")
        }
    }

    /// The virtual device of a group that is no volume group: made, or given the name and size of the group.
    private func provide(_ group: FilesystemGroup, _ storage: NodeStorage, _ newDevice: Int?, _ depth: Int) throws {
        let size = group.size
        let known = storage.provided(by: group).first
        var errors = FieldErrors()
        if size < BlockDevice.leastSize {
            errors.add("size", "Ensure this value is greater than or equal to \(BlockDevice.leastSize).")
        }
        if size > Int.max { errors.add("size", "Ensure this value is less than or equal to \(Int.max).") }
        try errors.check(by: .model)
        try checkUnused(deviceName: group.name, besides: known?.id)
        guard let known else {
            try db.insert(
                into: "block_devices",
                [
                    "id": newDevice, "node_id": nodeID, "type": BlockDevice.Kind.virtual.rawValue, "name": group.name,
                    "uuid": try state.random.uuid(), "size": Int(clamping: size), "block_size": group.blockSize,
                    "group_id": group.id,
                ])
            return
        }
        try db.update(
            "block_devices", id: known.id,
            ["name": group.name, "size": Int(clamping: size), "block_size": group.blockSize])
        try saveGroups(using: known.id, depth: depth + 1)
    }

    /// Refuses a name that another device of the node has.
    package func checkUnused(deviceName name: String, besides id: Int? = nil) throws {
        let taken: Int? = try db.scalar(
            "SELECT id FROM block_devices WHERE node_id = ? AND name = ? AND id IS NOT ?", nodeID, name, id)
        if taken != nil { throw Refusal.duplicate("Block device", "Node config and Name") }
    }

    /// Brings every group that a device or a partition of it is a part of in line with its size.
    package func saveGroups(using device: Int) throws { try saveGroups(using: device, depth: 0) }

    private func saveGroups(using device: Int, depth: Int) throws {
        let storage = try storage()
        let partitions = storage.device(device)?.partitions.map(\.id) ?? []
        let places = [StoragePlace.device(device)] + partitions.map(StoragePlace.partition)
        for group in storage.groups
        where group.parts.contains(where: { part in
            part.filesystem.place.map(places.contains) ?? false
        }) {
            try save(group: group.id, depth: depth)
        }
    }

    // MARK: Logical volumes

    /// Adds a logical volume of so many bytes, or of all that are free; rounded down to whole 4 MiB.
    /// - Returns: The device's id.
    package func addLogicalVolume(
        to group: FilesystemGroup, name: String, size wanted: Int?, uuid: String?, id: Int? = nil
    ) throws -> Int {
        let free = try storage().free(in: group)
        let size = wanted.map { Int128($0) } ?? free
        var errors = FieldErrors()
        if size < BlockDevice.leastSize {
            errors.add("size", "Ensure this value is greater than or equal to \(BlockDevice.leastSize).")
        }
        if size > Int.max { errors.add("size", "Ensure this value is less than or equal to \(Int.max).") }
        let bytes = Int(clamping: size)
        if let refusal = Self.refusal(ofVolume: bytes, in: group, free: free) { errors.add("__all__", refusal) }
        try errors.check(by: .model)
        try Self.check(name: name)
        try checkUnused(deviceName: name)
        return try db.insert(
            into: "block_devices",
            [
                "id": id, "node_id": nodeID, "type": BlockDevice.Kind.virtual.rawValue, "name": name,
                "uuid": try uuid ?? state.random.uuid(), "size": Partition.aligned(bytes),
                "block_size": group.blockSize,
                "group_id": group.id,
            ])
    }

    /// Why a logical volume cannot have so many bytes when so many are free; `nil` when it can.
    package static func refusal(ofVolume size: Int, in group: FilesystemGroup, free: Int128) -> String? {
        let rounded = Partition.aligned(size)
        guard Int128(rounded) > free else { return nil }
        return
            "There is not enough free space (\(ByteCount.text(Double(rounded)))) on volume group \(group.name)."
    }
}

extension StorageEditor {
    /// The cache set of a disk or partition; a new one where there is none.
    package func cacheSet(on place: StoragePlace) throws -> Int {
        if let known = try storage().cacheSets.first(where: { $0.place == place }) { return known.id }
        let id = try db.insert(into: "cache_sets", ["node_id": nodeID])
        try add(NewFilesystem(fstype: CacheSet.mark, cacheSet: id), on: place)
        return id
    }

    /// A VMFS datastore of some partitions, mounted where ESXi mounts it.
    /// - Returns: The group's id.
    package func addDatastore(name: String, uuid: String?, partitions: [Int]) throws -> Int {
        let group = try add(
            NewGroup(kind: .vmfs, name: name, uuid: uuid, parts: partitions.map(StoragePlace.partition)))
        let device: Int? = try db.scalar("SELECT id FROM block_devices WHERE group_id = ?", group)
        if let device {
            try add(
                NewFilesystem(fstype: FilesystemGroup.Kind.vmfs.mark, mountPoint: "/vmfs/volumes/\(name)"),
                on: .device(device))
        }
        return group
    }
}
