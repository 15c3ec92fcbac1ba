import SQLite

/// Taking things off a node's disks.
extension StorageEditor {
    /// Takes everything off: partitions, file systems, and devices made of them (MAAS's
    /// `_clear_full_storage_configuration`). Physical disks stay.
    package func clear() throws {
        try db.execute("DELETE FROM filesystems WHERE node_id = ?", nodeID)
        try db.execute("DELETE FROM block_devices WHERE node_id = ? AND type = 'virtual'", nodeID)
        try db.execute("DELETE FROM filesystem_groups WHERE node_id = ?", nodeID)
        try db.execute("DELETE FROM cache_sets WHERE node_id = ?", nodeID)
        try db.execute(
            "DELETE FROM partitions WHERE block_device_id IN (SELECT id FROM block_devices WHERE node_id = ?)", nodeID)
        try db.execute("UPDATE block_devices SET partition_table_type = NULL WHERE node_id = ?", nodeID)
    }

    /// Deletes a disk with what is on it. The group goes with its virtual device, unless it is a volume group.
    package func delete(_ device: BlockDevice) throws {
        let storage = try storage()
        if let group = storage.group(device.filesystem?.groupID) {
            throw Refusal.invalid("Cannot delete block device because its part of a \(group.kind.noun).")
        }
        try db.execute("DELETE FROM block_devices WHERE id = ?", device.id)
        if let group = storage.group(device.groupID), group.kind != .volumeGroup {
            try db.execute("DELETE FROM filesystem_groups WHERE id = ?", group.id)
        }
    }

    /// Deletes a partition; those after it move up, and the table goes with the last one.
    package func delete(_ partition: Partition) throws {
        let storage = try storage()
        if let group = storage.group(partition.filesystem?.groupID) {
            throw Refusal.invalid("Cannot delete partition because its part of a \(group.kind.noun).")
        }
        if storage.isFixedVMFS(partition) {
            throw Refusal.invalid(
                "VMware ESXi partitions may not be removed. To remove select a different storage layout.")
        }
        try db.execute("DELETE FROM partitions WHERE id = ?", partition.id)
        let following: [(id: Int, number: Int)] = try db.query(
            "SELECT id, number FROM partitions WHERE block_device_id = ? AND number > ? ORDER BY number",
            partition.deviceID, partition.number
        ) { (try $0[0], try $0[1]) }
        for next in following { try update(partition: next.id, ["number": next.number - 1]) }
        let left: Int =
            try db.scalar("SELECT COUNT(*) FROM partitions WHERE block_device_id = ?", partition.deviceID) ?? 0
        if left == 0 { try db.update("block_devices", id: partition.deviceID, ["partition_table_type": nil]) }
    }

    /// Deletes a group with the devices that it provides; its parts are free again.
    package func delete(_ group: FilesystemGroup) throws {
        if group.kind == .volumeGroup, try !storage().provided(by: group).isEmpty {
            throw Refusal.invalid("This volume group has logical volumes; it cannot be deleted.")
        }
        try db.execute("DELETE FROM block_devices WHERE group_id = ?", group.id)
        try db.execute("DELETE FROM filesystem_groups WHERE id = ?", group.id)
    }

    /// Takes a part out of a group that can do without it.
    package func remove(_ place: StoragePlace, from group: Int) throws {
        let (device, partition) = Self.columns(place)
        try db.execute(
            "DELETE FROM filesystems WHERE group_id = ? AND block_device_id IS ? AND partition_id IS ?", group, device,
            partition)
    }
}
