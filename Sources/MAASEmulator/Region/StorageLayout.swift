import SQLite

/// Puts MAAS's storage layouts on a machine's disks (`maasserver/storage_layouts.py`).
struct StorageLayout {
    /// bytes of the partition that UEFI boots from
    static let efiSize = 512 << 20
    /// bytes of `/boot` on arm64 machines without UEFI
    static let bootSize = 512 << 20

    let state: RegionState
    private var db: Connection { state.db }

    init(_ state: RegionState) { self.state = state }

    /// Takes everything off a machine's disks: partitions, file systems, and devices made of them.
    func clear(node: Int) throws {
        try db.execute("DELETE FROM filesystems WHERE node_id = ?", node)
        try db.execute(
            "DELETE FROM partitions WHERE block_device_id IN (SELECT id FROM block_devices WHERE node_id = ?)", node)
        try db.execute("DELETE FROM block_devices WHERE node_id = ? AND type = 'virtual'", node)
        try db.execute("UPDATE block_devices SET partition_table_type = NULL WHERE node_id = ?", node)
    }

    /// The flat layout: one root partition over the whole boot disk, after the one that the firmware boots from.
    ///
    /// - Returns: False when the machine has no disk to put it on; nothing is changed then.
    @discardableResult
    func applyFlat(node id: Int) throws -> Bool {
        guard let node = try Node.find(db, id: id) else { return false }
        let disks = try BlockDevice.all(db, node: node).filter { $0.type == "physical" }
        guard let disk = disks.first(where: { $0.id == node.bootDiskID }) ?? disks.first else { return false }
        try clear(node: id)
        try db.execute("UPDATE block_devices SET partition_table_type = 'GPT' WHERE id = ?", disk.id)
        var room = disk.size - disk.partitionTableOverhead
        let isUEFI = node.biosBootMethod == "uefi"
        if isUEFI, !node.architecture.hasPrefix("ppc64el/") {
            try addPartition(
                to: disk, Self.efiSize, bootable: true, fstype: "fat32", label: "efi", mountPoint: "/boot/efi")
            room -= Self.efiSize
        } else if !isUEFI, node.architecture.hasPrefix("arm64/") {
            try addPartition(
                to: disk, Self.bootSize, bootable: true, fstype: "ext4", label: "boot", mountPoint: "/boot")
            room -= Self.bootSize
        }
        let root = Partition.aligned(max(0, room))
        try addPartition(to: disk, root, bootable: false, fstype: "ext4", label: "root", mountPoint: "/")
        return true
    }

    private func addPartition(
        to disk: BlockDevice, _ size: Int, bootable: Bool, fstype: String, label: String, mountPoint: String
    ) throws {
        let partition = try db.insert(
            into: "partitions",
            ["block_device_id": disk.id, "uuid": try state.random.uuid(), "size": size, "bootable": bootable])
        try db.insert(
            into: "filesystems",
            [
                "node_id": disk.node.id, "partition_id": partition, "uuid": try state.random.uuid(), "fstype": fstype,
                "label": label, "mount_point": mountPoint,
            ])
    }
}
