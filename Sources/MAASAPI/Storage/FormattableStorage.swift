import MAASRegion
import SQLite

/// What can carry a file system: a disk, or a partition of one.
struct FormattableStorage {
    package let storage: NodeStorage
    package let place: StoragePlace

    package var filesystem: Filesystem? { storage.filesystem(on: place) }
    private var node: Node { storage.node }
    private var isDevice: Bool { if case .device = place { true } else { false } }

    /// What MAAS calls it when a status forbids to touch it.
    private var noun: String { isDevice ? "block device" : "partition" }
    private var owner: String { isDevice ? "machine" : "node" }

    /// Refuses operations on machines that are neither Ready nor Allocated, and on Ready ones to non-administrators.
    func require(_ operation: String, _ context: Context) throws(Refusal) {
        guard node.status == .ready || node.status == .allocated else {
            throw .conflict("Cannot \(operation) \(noun) because the \(owner) is not Ready or Allocated.")
        }
        if node.status == .ready, !context.isAdmin {
            throw .forbidden(
                "Cannot \(operation) \(noun) because you don't have the permissions on a Ready \(owner).")
        }
    }

    /// Puts a file system on it, in the place of the one it had (MAAS's `FormatBlockDeviceForm`).
    func format(_ context: Context) throws {
        var form = Form(context.form)
        let uuid = form.uuid4("uuid")
        let fstype = form.choice("fstype", of: Filesystem.formats, required: true)
        let label = form.text("label")
        switch place {
        case .device(let id):
            if fstype.value != nil, storage.device(id)?.partitionTableType != nil {
                form.addToAll("Cannot format block device with a partition table.")
            }
        case .partition(let id):
            if let found = storage.partition(id), storage.isFixedVMFS(found.partition) {
                form.add("VMFS", "Base VMFS partitions may not be formatted.")
            }
        }
        try form.check()
        let inUse = node.usesAcquiredFilesystems
        if let old = storage.filesystems.first(where: { $0.place == place && $0.acquired == inUse }) {
            guard old.isMountable else {
                throw Refusal.invalid("Cannot format a \(noun) that has a filesystem type of \(old.fstype).")
            }
            try context.db.execute("DELETE FROM filesystems WHERE id = ?", old.id)
        }
        try StorageEditor(context.state, node: node.id).add(
            StorageEditor.NewFilesystem(
                fstype: fstype.or(""), label: label.or(""), uuid: uuid.value, acquired: inUse), on: place)
    }

    func unformat(_ db: Connection) throws {
        let filesystem = try formatted()
        if filesystem.mountPoint != nil {
            throw Refusal.invalid(
                "Filesystem is mounted and cannot be unformatted. Unmount the filesystem before unformatting the "
                    + "\(noun).")
        }
        if let group = storage.group(filesystem.groupID) {
            throw Refusal.invalid(
                "Filesystem is part of a \(group.kind.noun), and cannot be unformatted. Remove \(noun) from "
                    + "\(group.kind.noun) before unformatting the \(noun).")
        }
        try db.execute("DELETE FROM filesystems WHERE id = ?", filesystem.id)
    }

    /// Mounts its file system; swap has no place to be mounted at.
    func mount(_ context: Context) throws {
        var form = Form(context.form)
        guard let filesystem else {
            form.addToAll("Cannot mount an unformatted partition or block device.")
            return try form.check()
        }
        let usesMountPoint = filesystem.fstype != "swap"
        var mountPoint = "none"
        if usesMountPoint {
            mountPoint = form.absolutePath("mount_point", required: true).or("")
        }
        let options = form.text("mount_options").or("")
        if filesystem.groupID != nil {
            form.addToAll("Filesystem is part of a filesystem group, and cannot be mounted.")
        }
        try form.check()
        try StorageEditor.checkLengths(mountPoint, options)
        if usesMountPoint {
            try StorageEditor(context.state, node: node.id).checkUnused(
                mountPoint, acquired: filesystem.acquired, besides: filesystem.id)
        }
        try context.db.update(
            "filesystems", id: filesystem.id, ["mount_point": mountPoint, "mount_options": options])
    }

    func unmount(_ db: Connection) throws {
        let filesystem = try formatted()
        guard filesystem.mountPoint != nil else { throw Refusal.invalid("Filesystem is already unmounted.") }
        try db.execute(
            "UPDATE filesystems SET mount_point = NULL, mount_options = NULL WHERE id = ?", filesystem.id)
    }

    private func formatted() throws(Refusal) -> Filesystem {
        if let filesystem { return filesystem }
        throw .invalid("\(isDevice ? "Block device" : "Partition") is not formatted.")
    }
}
