import Formats
import MAASRegion

/// `nodes/{system_id}/volume-groups/`: LVM's volume groups and the logical volumes in them (`api/volume_groups.py`).
enum VolumeGroupsHandler {
    package static let resources = [
        Resource(
            "nodes/{system_id}/volume-groups/", handler: "VolumeGroupsHandler", tier: .c,
            "Manage volume groups on a machine.",
            [
                .read("List volume groups", list),
                .create(
                    "Make a volume group",
                    parameters: [
                        "name": "name", "uuid": "its UUID", "block_devices": "ids or names of disks",
                        "partitions": "ids or names of partitions",
                    ], create),
            ]),
        item("volume-group", isDescribed: true), item("volume-groups", isDescribed: false),
    ]

    /// MAAS takes both spellings of the path and describes the first.
    private static func item(_ word: String, isDescribed: Bool) -> Resource {
        Resource(
            "nodes/{system_id}/\(word)/{id}/", handler: "VolumeGroupHandler", tier: .c, isDescribed: isDescribed,
            "Manage a volume group on a machine.",
            [
                .read("Read a volume group", read),
                .update(
                    "Change a volume group",
                    parameters: [
                        "name": "name", "uuid": "its UUID", "add_block_devices": "ids or names of disks",
                        "remove_block_devices": "ids or names of disks",
                        "add_partitions": "ids or names of partitions",
                        "remove_partitions": "ids or names of partitions",
                    ], update),
                .delete("Delete a volume group", delete),
                .post(
                    "create_logical_volume", "Make a logical volume",
                    parameters: ["name": "name", "uuid": "its UUID", "size": "bytes, all that is free without it"],
                    createLogicalVolume),
                .post(
                    "delete_logical_volume", "Delete a logical volume", parameters: ["id": "of the volume"],
                    deleteLogicalVolume),
            ])
    }

    private static let kinds = [FilesystemGroup.Kind.volumeGroup]

    private static func ready(_ context: Context, _ verb: String) throws -> (NodeStorage, FilesystemGroup) {
        try StorageOfPath.readyGroup(
            context, kinds, "VolumeGroup", "Cannot \(verb) because the machine is not Ready.")
    }

    private static func list(_ context: Context) throws -> Reply {
        try StorageOfPath.list(context, kinds)
    }

    private static func read(_ context: Context) throws -> Reply {
        let found = try StorageOfPath.group(context, kinds, "VolumeGroup", .view)
        return StorageOfPath.reply(found.storage, found.group)
    }

    private static func create(_ context: Context) throws -> Reply {
        let storage = try StorageOfPath.ready(
            context, "Cannot create volume group because the machine is not Ready.")
        let form = try NewGroupForm(context, storage)
        let editor = StorageEditor(context.state, node: storage.node.id)
        let parts = try places(form.devices, form.partitions, editor)
        let id = try editor.add(
            StorageEditor.NewGroup(kind: .volumeGroup, name: form.name, uuid: form.uuid, parts: parts))
        return try StorageOfPath.reply(group: id, editor)
    }

    /// Disks first, then partitions; a partition over all of the boot disk stands for it.
    private static func places(
        _ devices: [Int], _ partitions: [Int], _ editor: StorageEditor
    ) throws -> [StoragePlace] {
        let places = try devices.map { try editor.groupPlace(for: $0) }
        let isDevice: (StoragePlace) -> Bool = { if case .device = $0 { true } else { false } }
        return places.filter(isDevice) + partitions.map(StoragePlace.partition) + places.filter { !isDevice($0) }
    }

    private static func update(_ context: Context) throws -> Reply {
        let (storage, group) = try ready(context, "update volume group")
        var form = Form(context.form)
        let name = form.text("name")
        let uuid = form.uuid4("uuid")
        let addedDevices = form.parts("add_block_devices", of: storage.freeDevices) ?? []
        let removedDevices = form.parts("remove_block_devices", of: storage.devices(in: group)) ?? []
        let addedPartitions = form.parts("add_partitions", of: storage.freePartitions) ?? []
        let removedPartitions = form.parts("remove_partitions", of: storage.partitions(in: group)) ?? []
        try form.check()
        let editor = StorageEditor(context.state, node: storage.node.id)
        try editor.rename(group, name.value, uuid.value)
        for place in removedDevices.map(StoragePlace.device) + removedPartitions.map(StoragePlace.partition) {
            try editor.remove(place, from: group.id)
        }
        for place in try places(addedDevices, addedPartitions, editor) {
            try editor.add(StorageEditor.NewFilesystem(fstype: group.kind.mark, group: group.id), on: place)
        }
        try editor.save(group: group.id)
        return try StorageOfPath.reply(group: group.id, editor)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let (storage, group) = try ready(context, "delete volume group")
        try StorageEditor(context.state, node: storage.node.id).delete(group)
        return .deleted
    }

    private static func createLogicalVolume(_ context: Context) throws -> Reply {
        let (storage, group) = try ready(context, "create logical volume")
        let free = storage.free(in: group)
        var form = Form(context.form)
        let name = form.text("name", required: true)
        let uuid = form.uuid4("uuid")
        var size = FormField<Int>.absent
        if free < BlockDevice.leastSize {
            form.addToAll(
                "Volume group (\(group.name)) cannot hold any more logical volumes, because it doesn't have enough "
                    + "free space.")
        } else {
            size = try form.bytes("size", min: BlockDevice.leastSize, max: Int(clamping: free))
        }
        try form.check()
        let editor = StorageEditor(context.state, node: storage.node.id)
        let id = try editor.addLogicalVolume(to: group, name: name.or(""), size: size.value, uuid: uuid.value)
        let changed = try editor.storage()
        guard let volume = changed.device(id) else { throw Refusal.notFound("BlockDevice") }
        return Reply.json { changed.writeNew(volume: volume, into: &$0) }
    }

    private static func deleteLogicalVolume(_ context: Context) throws -> Reply {
        let (storage, group) = try ready(context, "delete logical volume")
        let text = try context.required("id")
        guard let id = Int(python: text) else {
            throw Refusal.unexpected("Field 'id' expected a number but got \(pythonQuoted(text)).")
        }
        // One that is not there counts as deleted.
        if let volume = storage.provided(by: group).first(where: { $0.id == id }) {
            try StorageEditor(context.state, node: storage.node.id).delete(volume)
        }
        return .deleted
    }
}
