import MAASRegion

/// `nodes/{system_id}/bcaches/`: disks whose hot data are kept on faster ones (`api/bcache.py`).
enum BcachesHandler {
    private static let parameters: KeyValuePairs<String, String> = [
        "name": "name", "uuid": "its UUID", "cache_set": "id or name of the cache set",
        "backing_device": "id or name of a disk", "backing_partition": "id or name of a partition",
        "cache_mode": "writeback, writethrough or writearound",
    ]

    package static let resources = [
        Resource(
            "nodes/{system_id}/bcaches/", handler: "BcachesHandler", tier: .c, "Manage bcache devices on a machine.",
            [.read("List bcaches", list), .create("Make a bcache", parameters: parameters, create)]),
        Resource(
            "nodes/{system_id}/bcache/{id}/", handler: "BcacheHandler", tier: .c,
            "Manage a bcache device on a machine.",
            [
                .read("Read a bcache", read), .update("Change a bcache", parameters: parameters, update),
                .delete("Delete a bcache", delete),
            ]),
    ]

    private static let kinds = [FilesystemGroup.Kind.bcache]

    private static func ready(_ context: Context, _ verb: String) throws -> (NodeStorage, FilesystemGroup) {
        try StorageOfPath.readyGroup(
            context, kinds, "Bcache", "Cannot \(verb) Bcache because the machine is not Ready.")
    }

    private static func list(_ context: Context) throws -> Reply {
        let storage = try NodeStorage(context.db, node: try StorageOfPath.machine(context, .view))
        // MAAS finds them by their cache sets too, and does not expect one without a disk behind it.
        if storage.orphans.contains(where: { $0.kind == .bcache && storage.cacheSet($0.cacheSetID) != nil }) {
            throw Refusal.unexpected("'NoneType' object has no attribute 'get_device'")
        }
        return try StorageOfPath.list(context, kinds)
    }

    private static func read(_ context: Context) throws -> Reply {
        let found = try StorageOfPath.group(context, kinds, "Bcache", .view)
        return StorageOfPath.reply(found.storage, found.group)
    }

    private static func cacheSets(_ storage: NodeStorage) -> [StorageChoice] {
        storage.cacheSets.map { StorageChoice(id: $0.id, name: $0.name) }
    }

    private static func create(_ context: Context) throws -> Reply {
        let storage = try StorageOfPath.ready(context, "Cannot create Bcache because the machine is not Ready.")
        var form = Form(context.form)
        let name = form.text("name")
        let uuid = form.uuid4("uuid")
        let device = form.part("backing_device", of: storage.freeDevices).value
        let partition = form.part("backing_partition", of: storage.freePartitions).value
        let set = form.part("cache_set", of: cacheSets(storage), required: true).value
        let mode = form.choice("cache_mode", of: FilesystemGroup.cacheModes, required: true)
        if set == nil {
            form.addToAll("Bcache requires a cache_set.")
        } else if device != nil, partition != nil {
            form.addToAll("A Bcache can have either a backing device or partition.")
        } else if device == nil, partition == nil {
            form.addToAll("Either backing_device or backing_partition must be specified.")
        }
        try form.check()
        try StorageOfPath.audit(context, storage, "Created bcache.")
        let editor = StorageEditor(context.state, node: storage.node.id)
        let place = try editor.groupPlace(device: device?.id, partition: partition?.id)
        let id = try editor.add(
            StorageEditor.NewGroup(
                kind: .bcache, name: name.or(""), uuid: uuid.value, cacheMode: mode.value, cacheSet: set?.id,
                parts: place.map { [$0] } ?? []))
        let changed = try editor.storage()
        guard let bcache = changed.group(id) else { throw Refusal.notFound("Bcache") }
        return Reply.json { changed.writeNew(bcache, into: &$0) }
    }

    private static func update(_ context: Context) throws -> Reply {
        let (storage, bcache) = try ready(context, "update")
        let own = storage.provided(by: bcache).map(\.id)
        var form = Form(context.form)
        let name = form.text("name")
        let uuid = form.uuid4("uuid")
        let device = form.part(
            "backing_device",
            of: storage.freeDevices.filter { !own.contains($0.id) } + storage.devices(in: bcache)
        ).value
        let partition = form.part(
            "backing_partition", of: storage.freePartitions + storage.partitions(in: bcache)
        ).value
        let set = form.part("cache_set", of: cacheSets(storage)).value
        let mode = form.choice("cache_mode", of: FilesystemGroup.cacheModes).value
        try form.check()
        try StorageOfPath.audit(context, storage, "Updated bcache.")
        let editor = StorageEditor(context.state, node: storage.node.id)
        try editor.update(
            bcache, backing: (device?.id, partition?.id), name: name.value, uuid: uuid.value, cacheMode: mode,
            cacheSet: set?.id)
        return try StorageOfPath.reply(group: bcache.id, editor)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let (storage, bcache) = try ready(context, "delete")
        try StorageEditor(context.state, node: storage.node.id).delete(bcache)
        try StorageOfPath.audit(context, storage, "Deleted bcache.")
        return .deleted
    }
}
