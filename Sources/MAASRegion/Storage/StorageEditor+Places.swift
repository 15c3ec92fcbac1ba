import Formats
import SQLite

/// What disks and partitions are labelled with and used for.
extension StorageEditor {
    /// Gives a disk or partition these tags.
    package func set(tags: [String], of place: StoragePlace) throws {
        try Tag.check(items: tags)
        let text = JSONValue.text(of: tags)
        switch place {
        case .device(let id): try db.update("block_devices", id: id, ["tags": text])
        case .partition(let id): try update(partition: id, ["tags": text])
        }
    }

    /// Lets the machine boot from a disk. What it was formatted for use is given up; what others are made of is not.
    package func setBootDisk(_ device: BlockDevice) throws {
        guard device.kind == .physical else {
            throw Refusal.invalid("Cannot set a \(device.kind.rawValue) block device as the boot disk.")
        }
        if let filesystem = device.filesystem {
            let storage = try storage()
            let user =
                storage.group(filesystem.groupID).map { "\($0.kind.noun) '\($0.name)'" }
                ?? storage.cacheSet(filesystem.cacheSetID).map { "cache set '\($0.name)'" }
            if let user, !filesystem.isMountable {
                throw Refusal.field(
                    "boot_disk", "Cannot be set as the boot disk; already in-use in \(user).", by: .model)
            }
            try db.execute("DELETE FROM filesystems WHERE id = ?", filesystem.id)
        }
        try db.update("nodes", id: nodeID, ["boot_disk_id": device.id])
    }

    // MARK: Cache sets and what they cache

    /// Lets a cache set use another disk, or a partition over all of it where the machine boots from it.
    package func move(_ set: CacheSet, toDevice id: Int) throws {
        let place = try groupPlace(for: id)
        // MAAS forgets to take the set off its old disk then, and its own check of the file system finds it.
        if case .partition = place, case .device = set.place {
            throw Self.refusal("Only one of partition, block device can be specified.")
        }
        try move(set, to: place)
    }

    /// Lets a cache set use another partition.
    package func move(_ set: CacheSet, toPartition id: Int) throws { try move(set, to: .partition(id)) }

    private func move(_ set: CacheSet, to place: StoragePlace) throws {
        let (device, partition) = Self.columns(place)
        try db.execute(
            "UPDATE filesystems SET block_device_id = ?, partition_id = ? WHERE cache_set_id = ?", device, partition,
            set.id)
    }

    /// Deletes a cache set that no bcache uses.
    package func delete(_ set: CacheSet) throws {
        let users: Int = try db.scalar("SELECT COUNT(*) FROM filesystem_groups WHERE cache_set_id = ?", set.id) ?? 0
        guard users == 0 else { throw Refusal.invalid("Cannot delete cache set; it's currently in use.") }
        try db.execute("DELETE FROM cache_sets WHERE id = ?", set.id)
    }
}
