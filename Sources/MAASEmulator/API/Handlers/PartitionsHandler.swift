import SQLite

/// `nodes/{system_id}/blockdevices/{device_id}/partitions/`: the partitions of a disk (`api/partitions.py`).
enum PartitionsHandler {
    static let resources = [
        Resource(
            "nodes/{system_id}/blockdevices/{device_id}/partitions/", handler: "PartitionsHandler", tier: .b,
            "Manage partitions on a block device.",
            [
                .read("List partitions", list),
                .create(
                    "Add a partition",
                    parameters: [
                        "size": "bytes, all that is free without it", "uuid": "its UUID",
                        "bootable": "whether firmware boots from it",
                    ], create),
            ]),
        Resource(
            "nodes/{system_id}/blockdevices/{device_id}/partition/{id}", handler: "PartitionHandler", tier: .b,
            "Manage a partition on a block device.",
            [
                .read("Read a partition", read),
                .delete("Delete a partition", delete),
                .post(
                    "format", "Put a file system on a partition",
                    parameters: ["fstype": "kind of file system", "uuid": "its UUID", "label": "its label"], format),
                .post("unformat", "Take the file system off a partition", unformat),
                .post(
                    "mount", "Mount the file system of a partition",
                    parameters: ["mount_point": "absolute path", "mount_options": "for mount(8)"], mount),
                .post("unmount", "Unmount the file system of a partition", unmount),
                .post("add_tag", "Put a tag on a partition", parameters: ["tag": "tag"], addTag),
                .post("remove_tag", "Take a tag off a partition", parameters: ["tag": "tag"], removeTag),
            ]),
    ]

    private static func disk(_ context: Context, _ permission: NodePermission) throws -> BlockDevice {
        try BlockDevicesHandler.device(context, permission, segment: "device_id")
    }

    /// The partition of the path, by id or by a name such as `sda-part1`. It need only be on the same machine.
    private static func find(_ context: Context, on disk: BlockDevice) throws -> FormattableStorage {
        let specifier = context.segment("id")
        for device in try BlockDevice.all(context.db, node: disk.node) {
            for (index, partition) in device.partitions.enumerated()
            where String(partition.id) == specifier
                || "\(device.name)-part\(device.number(ofPartition: index))" == specifier
            {
                return FormattableStorage(device: device, partition: partition)
            }
        }
        // MAAS raises this one without a word.
        throw APIError(404, "", contentType: APIError.plain, isInLayer: true)
    }

    private static func reply(_ id: Int, _ node: Node, _ context: Context) throws -> Reply {
        for device in try BlockDevice.all(context.db, node: node) {
            for (index, partition) in device.partitions.enumerated() where partition.id == id {
                return Reply.json {
                    partition.write(number: device.number(ofPartition: index), of: device, into: &$0)
                }
            }
        }
        throw APIError.notFound("Partition")
    }

    @Sendable private static func list(_ context: Context) throws -> Reply {
        let device = try disk(context, .view)
        return Reply.json { json in
            json.array(of: device.partitions.enumerated()) { json, numbered in
                numbered.element.write(number: device.number(ofPartition: numbered.offset), of: device, into: &json)
            }
        }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        let found = try find(context, on: try disk(context, .view))
        return try reply(found.partition?.id ?? 0, found.device.node, context)
    }

    @Sendable private static func create(_ context: Context) throws -> Reply {
        var device = try disk(context, .admin)
        guard device.node.status == .ready else {
            throw APIError.conflict("Cannot create partition because the node is not Ready.")
        }
        var form = Form(context.form)
        let bootable = form.checkbox("bootable").value ?? false
        let uuid = form.uuid4("uuid")
        let wanted = form.bytes("size", Partition.leastSize...max(Partition.leastSize, device.size))
        try form.check()
        if device.partitionTableType == nil {
            try context.db.update("block_devices", id: device.id, ["partition_table_type": "GPT"])
            device = try disk(context, .admin)
        }
        let room = device.roomForPartition
        var size = Partition.aligned(wanted ?? room)
        if size < Partition.leastSize {
            throw APIError.invalid(
                "size", "Ensure this value is greater than or equal to \(Partition.leastSize).", fromModel: true)
        }
        if size > room {
            // One block too many is let pass.
            size -= device.blockSize
            guard size <= room else {
                throw APIError.invalid(
                    "size", "Partition cannot be saved; not enough free space on the block device.", fromModel: true)
            }
        }
        let id = try context.db.insert(
            into: "partitions",
            [
                "block_device_id": device.id, "uuid": try uuid.value ?? context.state.random.uuid(), "size": size,
                "bootable": bootable,
            ])
        return try reply(id, device.node, context)
    }

    @Sendable private static func delete(_ context: Context) throws -> Reply {
        let device = try disk(context, .admin)
        guard device.partitionTableType != nil else { throw APIError.notFound("PartitionTable") }
        guard device.node.status == .ready else {
            throw APIError.conflict("Cannot delete block device because the node is not Ready.")
        }
        let found = try find(context, on: device)
        guard found.device.id == device.id else {
            var errors = FormErrors()
            errors.add("__all__", "Partition doesn't belong to the partition table")
            throw APIError.validation(errors, fromModel: true)
        }
        try context.db.execute("DELETE FROM partitions WHERE id = ?", found.partition?.id)
        // `signals/partitions.py`: the table goes with its last partition.
        if device.partitions.count == 1 {
            try context.db.update("block_devices", id: device.id, ["partition_table_type": nil])
        }
        return .deleted
    }

    private static func change(
        _ operation: String, _ context: Context, _ body: (FormattableStorage) throws -> Void
    ) throws -> Reply {
        let found = try find(context, on: try disk(context, .edit))
        try found.require(operation, context)
        try body(found)
        return try reply(found.partition?.id ?? 0, found.device.node, context)
    }

    @Sendable private static func format(_ context: Context) throws -> Reply {
        try change("format", context) { try $0.format(context) }
    }

    @Sendable private static func unformat(_ context: Context) throws -> Reply {
        try change("unformat", context) { try $0.unformat(context.db) }
    }

    @Sendable private static func mount(_ context: Context) throws -> Reply {
        try change("mount", context) { try $0.mount(context) }
    }

    @Sendable private static func unmount(_ context: Context) throws -> Reply {
        try change("unmount", context) { try $0.unmount(context.db) }
    }

    @Sendable private static func addTag(_ context: Context) throws -> Reply {
        try setTags(context) { tags, tag in tags.contains(tag) ? tags : tags + [tag] }
    }

    @Sendable private static func removeTag(_ context: Context) throws -> Reply {
        try setTags(context) { tags, tag in tags.filter { $0 != tag } }
    }

    private static func setTags(_ context: Context, _ change: ([String], String) -> [String]) throws -> Reply {
        let found = try find(context, on: try disk(context, .admin))
        guard let partition = found.partition else { throw APIError.notFound("Partition") }
        let tags = change(partition.tags, try context.required("tag"))
        try context.db.update(
            "partitions", id: partition.id, ["tags": JSONValue.array(tags.map(JSONValue.string)).text])
        return try reply(partition.id, found.device.node, context)
    }
}

extension Partition {
    /// bytes
    static let leastSize = 4 << 20
}

extension BlockDevice {
    /// Bytes beside the table and the partitions, whatever file system the disk itself may have.
    var roomForPartition: Int {
        Partition.aligned(max(0, size - partitions.reduce(partitionTableOverhead) { $0 + $1.size }))
    }
}
