import SQLite

/// What can carry a file system: a disk, or a partition of one.
package struct FormattableStorage {
    package let storage: NodeStorage
    package let place: StoragePlace
    private let state: RegionState
    private var db: Connection { state.db }

    package init(_ storage: NodeStorage, _ place: StoragePlace, _ state: RegionState) {
        self.storage = storage
        self.place = place
        self.state = state
    }

    package var filesystem: Filesystem? { storage.filesystem(on: place) }
    private var node: Node { storage.node }
    private var isDevice: Bool { if case .device = place { true } else { false } }

    /// What MAAS calls it when a status forbids to touch it.
    private var noun: String { isDevice ? "block device" : "partition" }
    private var owner: String { isDevice ? "machine" : "node" }

    /// Refuses operations on machines that are neither Ready nor Allocated, and on Ready ones to non-administrators.
    package func require(_ operation: String, isAdmin: Bool) throws(Refusal) {
        guard node.status == .ready || node.status == .allocated else {
            throw .conflict("Cannot \(operation) \(noun) because the \(owner) is not Ready or Allocated.")
        }
        if node.status == .ready, !isAdmin {
            throw .forbidden(
                "Cannot \(operation) \(noun) because you don't have the permissions on a Ready \(owner).")
        }
    }

    /// Why a file system cannot be put on it, by field; `nil` when it can.
    /// - Parameter isNamed: Whether a kind of file system was asked for that there is.
    package func problem(isNamed: Bool) -> (field: String, message: String)? {
        switch place {
        case .device(let id):
            guard isNamed, storage.device(id)?.partitionTableType != nil else { return nil }
            return (FieldErrors.all, "Cannot format block device with a partition table.")
        case .partition(let id):
            guard let found = storage.partition(id), storage.isFixedVMFS(found.partition) else { return nil }
            return ("VMFS", "Base VMFS partitions may not be formatted.")
        }
    }

    /// Puts a file system on it, in the place of the one it had (MAAS's `FormatBlockDeviceForm`).
    package func format(_ fstype: String, label: String, uuid: String?) throws {
        let inUse = node.usesAcquiredFilesystems
        if let old = storage.filesystems.first(where: { $0.place == place && $0.acquired == inUse }) {
            guard old.isMountable else {
                throw Refusal.invalid("Cannot format a \(noun) that has a filesystem type of \(old.fstype).")
            }
            try db.execute("DELETE FROM filesystems WHERE id = ?", old.id)
        }
        try StorageEditor.check(length: label, of: "label")
        try StorageEditor(state, node: node.id).add(
            StorageEditor.NewFilesystem(fstype: fstype, label: label, uuid: uuid, acquired: inUse), on: place)
    }

    /// Takes the file system off it.
    package func unformat() throws {
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

    /// Mounts its file system.
    package func mount(_ filesystem: Filesystem, at mountPoint: String, options: String) throws {
        try StorageEditor.checkLengths(mountPoint, options)
        if filesystem.usesMountPoint {
            try StorageEditor(state, node: node.id).checkUnused(
                mountPoint, acquired: filesystem.acquired, besides: filesystem.id)
        }
        try db.update("filesystems", id: filesystem.id, ["mount_point": mountPoint, "mount_options": options])
    }

    /// Unmounts its file system.
    package func unmount() throws {
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
