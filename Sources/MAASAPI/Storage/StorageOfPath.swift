import MAASRegion

/// What the handlers of a machine's volume groups, RAIDs, bcaches, cache sets and datastores have in common.
enum StorageOfPath {
    package static let resources =
        VolumeGroupsHandler.resources + RAIDsHandler.resources + BcachesHandler.resources
        + CacheSetsHandler.resources + VMFSDatastoresHandler.resources
        + NodeDevicesHandler.resources

    /// The machine of the path.
    package static func machine(_ context: Context, _ permission: NodePermission) throws -> Node {
        let node = try context.node(.machine, as: "Machine")
        try node.require(permission, context)
        return node
    }

    /// The disks of the machine of the path, to make something on; refused with the text unless it is Ready.
    static func ready(_ context: Context, _ refusal: String) throws -> NodeStorage {
        let node = try machine(context, .admin)
        guard node.status == .ready else { throw Refusal.conflict(refusal) }
        return try NodeStorage(context.db, node: node)
    }

    /// The group of the path, by id or name, with the disks of its machine.
    ///
    /// MAAS looks for it among all machines' and sees only then whether it is on the one that was named.
    /// - Parameter model: MAAS's class, which its refusal names.
    package static func group(
        _ context: Context, _ kinds: [FilesystemGroup.Kind], _ model: String, _ permission: NodePermission
    ) throws -> (storage: NodeStorage, group: FilesystemGroup) {
        let first = try FilesystemGroup.named(context.db, context.segment("id"), kinds, model: model)
        let storage = try StorageEditor(context.state, node: first.node).storage()
        guard let group = storage.group(first.id) else {
            // A group that has lost its parts with their disk belongs to nobody.
            throw Refusal.unexpected("'NoneType' object has no attribute 'system_id'")
        }
        guard storage.node.systemID == context.segment("system_id") else { throw nameless }
        try storage.node.require(permission, context)
        return (storage, group)
    }

    /// The group of the path, to be changed; refused with the text unless its machine is Ready.
    static func readyGroup(
        _ context: Context, _ kinds: [FilesystemGroup.Kind], _ model: String, _ refusal: String
    ) throws -> (storage: NodeStorage, group: FilesystemGroup) {
        let found = try group(context, kinds, model, .admin)
        guard found.storage.node.status == .ready else { throw Refusal.conflict(refusal) }
        return found
    }

    /// 404 where MAAS says nothing.
    static let nameless = APIError(404, "", contentType: APIError.plain, isFromRESTLayer: true)

    /// Every group of some kinds of the machine of the path.
    package static func list(_ context: Context, _ kinds: [FilesystemGroup.Kind]) throws -> Reply {
        let storage = try NodeStorage(context.db, node: try machine(context, .view))
        return Reply.json { json in
            json.array(of: storage.groups.filter { kinds.contains($0.kind) }) { json, group in
                storage.write(group, into: &json)
            }
        }
    }

    static func reply(_ storage: NodeStorage, _ group: FilesystemGroup) -> Reply {
        Reply.json { storage.write(group, into: &$0) }
    }

    /// A group as it is after a change.
    static func reply(group id: Int, _ editor: StorageEditor) throws -> Reply {
        let storage = try editor.storage()
        guard let group = storage.group(id) else { throw Refusal.notFound("FilesystemGroup") }
        return reply(storage, group)
    }

    /// Records who did what to a machine's bcaches: the only audit events of MAAS's API that have a node, and so the only
    /// ones that `events/` shows.
    static func audit(_ context: Context, _ storage: NodeStorage, _ description: String) throws {
        try Event.record(context.state, storage.node, "Node", description, level: .audit, user: context.user)
    }
}
