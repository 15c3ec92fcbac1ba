import SQLite

/// What can carry a file system: a disk, or a partition of one.
struct FormattableStorage {
    let device: BlockDevice
    /// `nil` for the whole disk.
    let partition: Partition?

    var filesystem: Filesystem? { partition == nil ? device.filesystem : partition?.filesystem }

    /// What MAAS calls it when a status forbids to touch it.
    private var noun: String { partition == nil ? "block device" : "partition" }
    private var owner: String { partition == nil ? "machine" : "node" }

    /// Refuses operations on machines that are neither Ready nor Allocated, and on Ready ones to non-administrators.
    func require(_ operation: String, _ context: Context) throws(APIError) {
        let status = device.node.status
        guard status == .ready || status == .allocated else {
            throw .conflict("Cannot \(operation) \(noun) because the \(owner) is not Ready or Allocated.")
        }
        if status == .ready, !context.isAdmin {
            throw APIError(
                403, "Cannot \(operation) \(noun) because you don't have the permissions on a Ready \(owner).")
        }
    }

    /// Puts a file system on it, in the place of the one it had (MAAS's `FormatBlockDeviceForm`).
    func format(_ context: Context) throws {
        var form = Form(context.form)
        let uuid = form.uuid4("uuid")
        let fstype = form.choice("fstype", of: Filesystem.formats, required: true)
        let label = form.text("label")
        if partition == nil, fstype.value != nil, device.partitionTableType != nil {
            form.addToAll("Cannot format block device with a partition table.")
        }
        try form.check()
        let type = fstype.or("")
        if partition == nil, device.id == (try device.bootDiskID(context.db)) {
            throw Self.refusal(
                "Cannot place filesystem directly on the boot disk. Create a partition on the boot disk first and then "
                    + "format the partition.")
        }
        if ["ramfs", "tmpfs"].contains(type) { throw Self.refusal("Virtual filesystems must be mounted.") }
        if let filesystem { try context.db.execute("DELETE FROM filesystems WHERE id = ?", filesystem.id) }
        try context.db.insert(
            into: "filesystems",
            [
                "node_id": device.node.id, "block_device_id": partition == nil ? device.id : nil,
                "partition_id": partition?.id, "uuid": try uuid.value ?? context.state.random.uuid(), "fstype": type,
                "label": label.or(""), "acquired": device.node.usesAcquiredFilesystems,
            ])
    }

    func unformat(_ db: Connection) throws {
        let filesystem = try formatted()
        if filesystem.mountPoint != nil {
            throw APIError.badRequest(
                "Filesystem is mounted and cannot be unformatted. Unmount the filesystem before unformatting the "
                    + "\(noun).")
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
            mountPoint = form.pattern("mount_point", required: true, maxLength: 4095) { $0.hasPrefix("/") }.or("")
        }
        let options = form.text("mount_options").or("")
        try form.check()
        let taken: Int? = try context.db.scalar(
            "SELECT id FROM filesystems WHERE node_id = ? AND mount_point = ? AND acquired = ? AND id <> ?",
            device.node.id, mountPoint, device.node.usesAcquiredFilesystems, filesystem.id)
        if usesMountPoint, taken != nil {
            throw Self.refusal("Another filesystem is already mounted at \(mountPoint).")
        }
        try context.db.update(
            "filesystems", id: filesystem.id, ["mount_point": mountPoint, "mount_options": options])
    }

    func unmount(_ db: Connection) throws {
        let filesystem = try formatted()
        guard filesystem.mountPoint != nil else { throw APIError.badRequest("Filesystem is already unmounted.") }
        try db.execute(
            "UPDATE filesystems SET mount_point = NULL, mount_options = NULL WHERE id = ?", filesystem.id)
    }

    private func formatted() throws(APIError) -> Filesystem {
        if let filesystem { return filesystem }
        throw .badRequest("\(partition == nil ? "Block device" : "Partition") is not formatted.")
    }

    private static func refusal(_ message: String) -> APIError {
        var errors = FormErrors()
        errors.add("__all__", message)
        return .validation(errors, fromModel: true)
    }
}

extension Filesystem {
    /// What storage can be formatted with.
    static let formats = [
        "ext2", "ext4", "xfs", "fat32", "vfat", "swap", "ramfs", "tmpfs", "btrfs", "zfsroot",
    ]
}

extension BlockDevice {
    /// The disk that the machine boots from: the one that was chosen, else the first.
    func bootDiskID(_ db: Connection) throws -> Int? {
        let disks = try BlockDevice.all(db, node: node).filter { $0.type == "physical" }
        return (disks.first { $0.id == node.bootDiskID } ?? disks.first)?.id
    }
}

extension Form {
    /// A version 4 UUID, with or without hyphens.
    mutating func uuid4(_ name: String) -> FormField<String> {
        let field = raw(name)
        guard let text = field.value else { return field }
        let length = text.unicodeScalars.count
        if length < 32 { add(name, "Ensure this value has at least 32 characters (it has \(length)).") }
        if length > 36 { add(name, "Ensure this value has at most 36 characters (it has \(length)).") }
        let pattern = /[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?4[0-9a-fA-F]{3}-?[89abAB][0-9a-fA-F]{3}-?[0-9a-fA-F]{12}/
        if text.prefixMatch(of: pattern) == nil { add(name, "Enter a valid value.") }
        return errors.contains(name) ? .absent : field
    }

    /// Bytes, or a number with a decimal unit such as `10G`, within bounds.
    mutating func bytes(_ name: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = raw(name).value else { return nil }
        let units: [Character: Int] = ["K": 1, "M": 2, "G": 3, "T": 4, "P": 5, "E": 6]
        let power = text.last.flatMap { units[Character($0.uppercased())] } ?? 0
        let digits = power == 0 ? text : String(text.dropLast())
        guard digits.wholeMatch(of: /-?[0-9]+/) != nil else {
            add(name, "Enter a valid value.")
            return nil
        }
        let factor = (0..<power).reduce(1) { product, _ in product * 1000 }
        let product = Int(digits).map { $0.multipliedReportingOverflow(by: factor) }
        // What does not fit into an integer is beyond every disk.
        let size =
            product.map { $0.overflow ? Int.max : $0.partialValue } ?? (digits.hasPrefix("-") ? Int.min : Int.max)
        if size < range.lowerBound {
            add(name, "Ensure this value is greater than or equal to \(range.lowerBound).")
        } else if size > range.upperBound {
            add(name, "Ensure this value is less than or equal to \(range.upperBound).")
        }
        return errors.contains(name) ? nil : size
    }
}
