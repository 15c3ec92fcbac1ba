import MAASRegion

/// `nodes/{system_id}/vmfs-datastores/`: where VMware ESXi keeps its machines (`api/vmfs_datastores.py`).
enum VMFSDatastoresHandler {
    package static let resources = [
        Resource(
            "nodes/{system_id}/vmfs-datastores/", handler: "VmfsDatastoresHandler", tier: .c,
            "Manage VMFS datastores on a machine.",
            [
                .read("List datastores", list),
                .create(
                    "Make a datastore",
                    parameters: [
                        "name": "name", "uuid": "its UUID", "block_devices": "ids or names of disks",
                        "partitions": "ids or names of partitions",
                    ], create),
            ]),
        Resource(
            "nodes/{system_id}/vmfs-datastore/{id}/", handler: "VmfsDatastoreHandler", tier: .c,
            "Manage a VMFS datastore on a machine.",
            [
                .read("Read a datastore", read),
                .update(
                    "Change a datastore",
                    parameters: [
                        "name": "name", "uuid": "its UUID", "add_block_devices": "ids or names of disks",
                        "add_partitions": "ids or names of partitions",
                        "remove_partitions": "ids or names of partitions",
                        "remove_block_devices": "checked and left alone",
                    ], update),
                .delete("Delete a datastore", delete),
            ]),
    ]

    private static let kinds = [FilesystemGroup.Kind.vmfs]

    private static func ready(_ context: Context, _ verb: String) throws -> (NodeStorage, FilesystemGroup) {
        try StorageOfPath.readyGroup(
            context, kinds, "VMFS", "Cannot \(verb) VMFS datastore because the machine is not Ready.")
    }

    private static func list(_ context: Context) throws -> Reply {
        try StorageOfPath.list(context, kinds)
    }

    private static func read(_ context: Context) throws -> Reply {
        let found = try StorageOfPath.group(context, kinds, "VMFS", .view)
        return StorageOfPath.reply(found.storage, found.group)
    }

    private static func create(_ context: Context) throws -> Reply {
        let storage = try StorageOfPath.ready(
            context, "Cannot create VMFS group because the machine is not Ready.")
        let form = try NewGroupForm(context, storage, isDatastore: true)
        let editor = StorageEditor(context.state, node: storage.node.id)
        // ESXi makes a partition on every disk that it is given.
        let partitions = form.partitions + (try form.devices.map { try editor.addWholePartition(to: $0) })
        let id = try editor.addDatastore(name: form.name, uuid: form.uuid, partitions: partitions)
        return try StorageOfPath.reply(group: id, editor)
    }

    private static func update(_ context: Context) throws -> Reply {
        let (storage, group) = try ready(context, "update the")
        var form = Form(context.form)
        let name = form.text("name")
        let uuid = form.uuid4("uuid")
        let devices = form.parts("add_block_devices", of: storage.freeDevices) ?? []
        // Checked as a volume group's would be, and then not looked at.
        _ = form.parts("remove_block_devices", of: storage.devices(in: group))
        let partitions = form.parts("add_partitions", of: storage.freePartitions) ?? []
        let removed = form.parts("remove_partitions", of: storage.partitions(in: group)) ?? []
        try form.check()
        let editor = StorageEditor(context.state, node: storage.node.id)
        try editor.rename(group, name.value, uuid.value)
        for partition in (try devices.map { try editor.addWholePartition(to: $0) }) + partitions {
            try editor.add(
                StorageEditor.NewFilesystem(fstype: group.kind.mark, group: group.id), on: .partition(partition))
        }
        for partition in removed { try editor.remove(.partition(partition), from: group.id) }
        try editor.save(group: group.id)
        return try StorageOfPath.reply(group: group.id, editor)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let (storage, group) = try ready(context, "delete")
        try StorageEditor(context.state, node: storage.node.id).delete(group)
        return .deleted
    }
}
