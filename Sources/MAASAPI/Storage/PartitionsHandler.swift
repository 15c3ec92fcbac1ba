import Formats
import MAASRegion

/// `nodes/{system_id}/blockdevices/{device_id}/partitions/`: the partitions of a disk (`api/partitions.py`).
enum PartitionsHandler {
    package static let resources = [
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
        item("partition", isDescribed: true), item("partitions", isDescribed: false),
    ]

    /// MAAS takes both spellings of the path and describes the first.
    private static func item(_ word: String, isDescribed: Bool) -> Resource {
        Resource(
            "nodes/{system_id}/blockdevices/{device_id}/\(word)/{id}", handler: "PartitionHandler", tier: .b,
            isDescribed: isDescribed, "Manage a partition on a block device.",
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
            ])
    }

    /// The disk and the partition of the path, the latter by id or by a name such as `sda-part1`. It need only be on
    /// the same machine.
    private static func find(
        _ context: Context, _ permission: NodePermission
    ) throws -> (storage: NodeStorage, device: BlockDevice, partition: Partition) {
        let (storage, device) = try BlockDevicesHandler.find(context, permission, segment: "device_id")
        return (storage, device, try partition(context, storage))
    }

    private static func partition(_ context: Context, _ storage: NodeStorage) throws(APIError) -> Partition {
        let specifier = context.segment("id")
        let all = storage.devices.flatMap(\.partitions)
        let found = all.first {
            if let id = Int(python: specifier) { $0.id == id } else { $0.name == specifier }
        }
        guard let found else {
            // MAAS raises this one without a word.
            throw APIError(404, "", contentType: APIError.plain, isFromRESTLayer: true)
        }
        return found
    }

    private static func reply(_ id: Int, _ node: Node, _ context: Context) throws -> Reply {
        let storage = try StorageEditor(context.state, node: node.id).storage()
        guard let found = storage.partition(id) else { throw Refusal.notFound("Partition") }
        return Reply.json { found.partition.write(of: storage.node, into: &$0) }
    }

    private static func list(_ context: Context) throws -> Reply {
        let (storage, device) = try BlockDevicesHandler.find(context, .view, segment: "device_id")
        // MAAS asks for the one table and is surprised when there is none.
        guard device.partitionTableType != nil else {
            throw Refusal.unexpected("PartitionTable matching query does not exist.")
        }
        return Reply.json { json in
            json.array(of: device.partitions) { json, partition in partition.write(of: storage.node, into: &json) }
        }
    }

    private static func read(_ context: Context) throws -> Reply {
        let found = try find(context, .view)
        return Reply.json { found.partition.write(of: found.storage.node, into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        let device = try BlockDevicesHandler.find(context, .admin, segment: "device_id").device
        guard device.node.status == .ready else {
            throw Refusal.conflict("Cannot create partition because the node is not Ready.")
        }
        var form = Form(context.form)
        let bootable = form.checkbox("bootable").value ?? false
        let uuid = form.uuid4("uuid")
        let size = try form.bytes("size", min: Partition.leastSize, max: device.size)
        try form.check()
        let editor = StorageEditor(context.state, node: device.node.id)
        if device.partitionTableType == nil { try editor.addPartitionTable(to: device.id) }
        let id = try editor.addPartition(to: device.id, size: size.value, bootable: bootable, uuid: uuid.value)
        return try reply(id, device.node, context)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let (storage, device) = try BlockDevicesHandler.find(context, .admin, segment: "device_id")
        guard device.partitionTableType != nil else { throw Refusal.notFound("PartitionTable") }
        guard device.node.status == .ready else {
            throw Refusal.conflict("Cannot delete block device because the node is not Ready.")
        }
        let partition = try partition(context, storage)
        guard partition.deviceID == device.id else {
            throw Refusal.invalid("Partition doesn't belong to the partition table")
        }
        try StorageEditor(context.state, node: device.node.id).delete(partition)
        return .deleted
    }

    private static func change(
        _ operation: String, _ context: Context, _ body: (FormattableStorage) throws -> Void
    ) throws -> Reply {
        let found = try find(context, .edit)
        let formattable = FormattableStorage(found.storage, .partition(found.partition.id), context.state)
        try formattable.require(operation, isAdmin: context.may(.editMachines, inPool: found.storage.node.poolID))
        try body(formattable)
        return try reply(found.partition.id, found.device.node, context)
    }

    private static func format(_ context: Context) throws -> Reply {
        try change("format", context) { try $0.format(context.form) }
    }

    private static func unformat(_ context: Context) throws -> Reply {
        try change("unformat", context) { try $0.unformat() }
    }

    private static func mount(_ context: Context) throws -> Reply {
        try change("mount", context) { try $0.mount(context.form) }
    }

    private static func unmount(_ context: Context) throws -> Reply {
        try change("unmount", context) { try $0.unmount() }
    }

    private static func addTag(_ context: Context) throws -> Reply {
        try setTags(context) { tags, tag in tags.contains(tag) ? tags : tags + [tag] }
    }

    private static func removeTag(_ context: Context) throws -> Reply {
        try setTags(context) { tags, tag in tags.filter { $0 != tag } }
    }

    private static func setTags(_ context: Context, _ change: ([String], String) -> [String]) throws -> Reply {
        let found = try find(context, .admin)
        let tags = change(found.partition.tags, try context.required("tag"))
        try StorageEditor(context.state, node: found.device.node.id).set(tags: tags, of: .partition(found.partition.id))
        return try reply(found.partition.id, found.device.node, context)
    }
}
