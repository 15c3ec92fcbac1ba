import Formats
import MAASRegion

/// `nodes/{system_id}/bcache-cache-sets/`: what bcaches keep their hot data on (`api/bcache_cacheset.py`).
enum CacheSetsHandler {
    private static let parameters: KeyValuePairs<String, String> = [
        "cache_device": "id or name of a disk", "cache_partition": "id or name of a partition",
    ]

    package static let resources = [
        Resource(
            "nodes/{system_id}/bcache-cache-sets/", handler: "BcacheCacheSetsHandler", tier: .c,
            "Manage bcache cache sets on a machine.",
            [.read("List cache sets", list), .create("Make a cache set", parameters: parameters, create)]),
        Resource(
            "nodes/{system_id}/bcache-cache-set/{id}/", handler: "BcacheCacheSetHandler", tier: .c,
            "Manage a bcache cache set on a machine.",
            [
                .read("Read a cache set", read), .update("Change a cache set", parameters: parameters, update),
                .delete("Delete a cache set", delete),
            ]),
    ]

    /// The cache set of the path, by id or by a name such as `cache0`.
    private static func find(
        _ context: Context, _ permission: NodePermission
    ) throws -> (storage: NodeStorage, set: CacheSet) {
        let storage = try NodeStorage(context.db, node: try StorageOfPath.machine(context, permission))
        let specifier = context.segment("id")
        let found =
            if let id = Int(python: specifier) {
                storage.cacheSet(id)
            } else {
                storage.cacheSet(named: specifier)
            }
        guard let found else { throw StorageOfPath.nameless }
        return (storage, found)
    }

    private static func ready(_ context: Context, _ verb: String) throws -> (NodeStorage, CacheSet) {
        let found = try find(context, .admin)
        guard found.storage.node.status == .ready else {
            throw Refusal.conflict("Cannot \(verb) cache set because the machine is not Ready.")
        }
        return found
    }

    private static func reply(_ id: Int, _ editor: StorageEditor) throws -> Reply {
        let storage = try editor.storage()
        guard let set = storage.cacheSet(id) else { throw StorageOfPath.nameless }
        return Reply.json { storage.write(set, into: &$0) }
    }

    private static func list(_ context: Context) throws -> Reply {
        let storage = try NodeStorage(context.db, node: try StorageOfPath.machine(context, .view))
        return Reply.json { json in
            json.array(of: storage.cacheSets) { json, set in storage.write(set, into: &json) }
        }
    }

    private static func read(_ context: Context) throws -> Reply {
        let found = try find(context, .view)
        return Reply.json { found.storage.write(found.set, into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        let storage = try StorageOfPath.ready(
            context, "Cannot create cache set because the node is not Ready.")
        var form = Form(context.form)
        let device = form.part("cache_device", of: storage.freeDevices).value
        let partition = form.part("cache_partition", of: storage.freePartitions).value
        if device != nil, partition != nil {
            form.addToAll("Cannot set both cache_device and cache_partition.")
        } else if device == nil, partition == nil {
            form.addToAll("Either cache_device or cache_partition must be specified.")
        }
        try form.check()
        try StorageOfPath.audit(context, storage, "Created bcache cache set.")
        let editor = StorageEditor(context.state, node: storage.node.id)
        guard let place = try editor.groupPlace(device: device?.id, partition: partition?.id) else {
            throw Refusal.unexpected("")
        }
        return try reply(try editor.cacheSet(on: place), editor)
    }

    private static func update(_ context: Context) throws -> Reply {
        let (storage, set) = try ready(context, "update")
        var ownDevices: [StorageChoice] = []
        var ownPartitions: [StorageChoice] = []
        switch set.place {
        case .device(let id): ownDevices = [StorageChoice(id: id, name: storage.device(id)?.name ?? "")]
        case .partition(let id): ownPartitions = [StorageChoice(id: id, name: storage.name(of: set.place))]
        }
        var form = Form(context.form)
        let device = form.part("cache_device", of: storage.freeDevices + ownDevices).value
        let partition = form.part("cache_partition", of: storage.freePartitions + ownPartitions).value
        if device != nil, partition != nil {
            for name in ["cache_device", "cache_partition"] {
                form.add(name, "Cannot set both cache_device and cache_partition.")
            }
        }
        try form.check()
        try StorageOfPath.audit(context, storage, "Updated bcache cache set.")
        let editor = StorageEditor(context.state, node: storage.node.id)
        if let device {
            try editor.move(set, toDevice: device.id)
        } else if let partition {
            try editor.move(set, toPartition: partition.id)
        }
        return try reply(set.id, editor)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let (storage, set) = try ready(context, "delete")
        try StorageEditor(context.state, node: storage.node.id).delete(set)
        try StorageOfPath.audit(context, storage, "Deleted bcache cache set.")
        return .deleted
    }
}
