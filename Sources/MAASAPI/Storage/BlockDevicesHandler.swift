import Formats
import MAASRegion

/// `nodes/{system_id}/blockdevices/`: the disks of a machine and what is put on them whole (`api/blockdevices.py`).
enum BlockDevicesHandler {
    package static let resources = [
        Resource(
            "nodes/{system_id}/blockdevices/", handler: "BlockDevicesHandler", tier: .b, guarded: .machines,
            "Manage block devices on a machine.",
            [
                .read("List block devices", list),
                .create(
                    "Add a disk",
                    parameters: [
                        "name": "name", "model": "model", "serial": "serial number", "id_path": "path that stays",
                        "size": "bytes", "block_size": "bytes", "numa_node": "number of its NUMA node",
                    ], access: .admin, create),
            ]),
        Resource(
            "nodes/{system_id}/blockdevices/{id}/", handler: "BlockDeviceHandler", tier: .b, guarded: .machines,
            "Manage a block device on a machine.",
            [
                .read("Read a block device", read),
                .update(
                    "Change a disk",
                    parameters: [
                        "name": "name", "model": "model", "serial": "serial number", "id_path": "path that stays",
                        "size": "bytes", "block_size": "bytes", "numa_node": "number of its NUMA node",
                        "partition_table_type": "GPT or MBR", "uuid": "UUID of a virtual device",
                    ], update),
                .delete("Delete a disk", delete),
                .post("add_tag", "Put a tag on a disk", parameters: ["tag": "tag"], addTag),
                .post("remove_tag", "Take a tag off a disk", parameters: ["tag": "tag"], removeTag),
                .post("set_boot_disk", "Boot from this disk", setBootDisk),
                .post(
                    "format", "Put a file system on a disk",
                    parameters: ["fstype": "kind of file system", "uuid": "its UUID", "label": "its label"], format),
                .post("unformat", "Take the file system off a disk", unformat),
                .post(
                    "mount", "Mount the file system of a disk",
                    parameters: ["mount_point": "absolute path", "mount_options": "for mount(8)"], mount),
                .post("unmount", "Unmount the file system of a disk", unmount),
            ]),
    ]

    /// The device of the path, by id or name, with all that is on the disks of its node.
    package static func find(
        _ context: Context, _ permission: NodePermission, segment: String = "id"
    ) throws -> (storage: NodeStorage, device: BlockDevice) {
        let node = try context.node(as: "BlockDevice")
        let storage = try NodeStorage(context.db, node: node)
        let specifier = context.segment(segment)
        let found =
            if let id = Int(python: specifier) {
                storage.device(id)
            } else {
                storage.devices.first { $0.name == specifier }
            }
        guard let found else { throw Refusal.notFound("BlockDevice") }
        try node.require(permission, context)
        return (storage, found)
    }

    private static func reply(_ id: Int, _ node: Node, _ context: Context) throws -> Reply {
        guard let device = try StorageEditor(context.state, node: node.id).storage().device(id) else {
            throw Refusal.notFound("BlockDevice")
        }
        return Reply.json { device.write(into: &$0) }
    }

    private static func list(_ context: Context) throws -> Reply {
        let node = try StorageOfPath.machine(context, .view)
        let devices = try NodeStorage(context.db, node: node).devices
        return Reply.json { json in json.array(of: devices) { $1.write(into: &$0, isListed: true) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let device = try find(context, .view).device
        return Reply.json { device.write(into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        let node = try StorageOfPath.machine(context, .admin)
        return try reply(try BlockDeviceForm(context, node: node).create(), node, context)
    }

    private static func update(_ context: Context) throws -> Reply {
        let device = try find(context, .admin).device
        let form = BlockDeviceForm(context, node: device.node)
        switch (device.node.status, device.kind) {
        case (.ready, .physical): try form.update(device)
        case (.ready, .virtual): try form.update(virtual: device)
        case (.deployed, .physical): try form.update(deployed: device)
        case (.deployed, .virtual):
            throw Refusal.conflict("Cannot update virtual block device because the machine is Deployed.")
        default: throw Refusal.conflict("Cannot update block device because the machine is not Ready.")
        }
        return try reply(device.id, device.node, context)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let device = try find(context, .admin).device
        guard device.node.status == .ready else {
            throw Refusal.conflict("Cannot delete block device because the machine is not Ready.")
        }
        try StorageEditor(context.state, node: device.node.id).delete(device)
        return .deleted
    }

    private static func addTag(_ context: Context) throws -> Reply {
        try setTags(context) { tags, tag in tags.contains(tag) ? tags : tags + [tag] }
    }

    private static func removeTag(_ context: Context) throws -> Reply {
        try setTags(context) { tags, tag in tags.filter { $0 != tag } }
    }

    private static func setTags(_ context: Context, _ change: ([String], String) -> [String]) throws -> Reply {
        let device = try find(context, .admin).device
        guard device.node.status == .ready else {
            throw Refusal.conflict("Cannot update block device because the machine is not Ready.")
        }
        let tags = change(device.tags, try context.required("tag"))
        try StorageEditor(context.state, node: device.node.id).set(tags: tags, of: .device(device.id))
        return try reply(device.id, device.node, context)
    }

    private static func setBootDisk(_ context: Context) throws -> Reply {
        let device = try find(context, .admin).device
        guard device.node.status == .ready else {
            throw Refusal.conflict("Cannot set as boot disk because the machine is not Ready.")
        }
        try StorageEditor(context.state, node: device.node.id).setBootDisk(device)
        return .ok
    }

    private static func change(
        _ operation: String, _ context: Context, _ body: (FormattableStorage) throws -> Void
    ) throws -> Reply {
        let (storage, device) = try find(context, .edit)
        let formattable = FormattableStorage(storage, .device(device.id), context.state)
        try formattable.require(operation, isAdmin: context.may(.editMachines, inPool: storage.node.poolID))
        try body(formattable)
        return try reply(device.id, device.node, context)
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
}
