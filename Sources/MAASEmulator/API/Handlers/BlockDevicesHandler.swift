import SQLite

/// `nodes/{system_id}/blockdevices/` the disks of a machine and what is put on them whole.
enum BlockDevicesHandler {
    static let resources = [
        Resource(
            "nodes/{system_id}/blockdevices/", handler: "BlockDevicesHandler", tier: .b,
            "Manage block devices on a machine.",
            [
                .read("List block devices", list),
                .create(
                    "Add a disk",
                    parameters: [
                        "name": "name", "model": "model", "serial": "serial number", "id_path": "path that stays",
                        "size": "bytes", "block_size": "bytes",
                    ], create),
            ]),
        Resource(
            "nodes/{system_id}/blockdevices/{id}/", handler: "BlockDeviceHandler", tier: .b,
            "Manage a block device on a machine.",
            [
                .read("Read a block device", read),
                .update(
                    "Change a disk",
                    parameters: [
                        "name": "name", "model": "model", "serial": "serial number", "id_path": "path that stays",
                        "size": "bytes", "block_size": "bytes",
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

    private static func machine(_ context: Context, _ permission: NodePermission, _ model: String = "Machine") throws
        -> Node
    {
        guard let node = try Node.machine(context.db, systemID: context.segment("system_id")) else {
            throw APIError.notFound(model)
        }
        try node.require(permission, context)
        return node
    }

    /// The device of the path, by id or name.
    static func device(
        _ context: Context, _ permission: NodePermission, segment: String = "id"
    ) throws -> BlockDevice {
        let node = try machine(context, permission, "BlockDevice")
        let specifier = context.segment(segment)
        let found = try BlockDevice.all(context.db, node: node).first {
            String($0.id) == specifier || $0.name == specifier
        }
        guard let found else { throw APIError.notFound("BlockDevice") }
        return found
    }

    private static func reply(_ id: Int, _ node: Node, _ context: Context) throws -> Reply {
        guard let device = try BlockDevice.all(context.db, node: node).first(where: { $0.id == id }) else {
            throw APIError.notFound("BlockDevice")
        }
        return Reply.json { device.write(into: &$0, isNested: false) }
    }

    @Sendable private static func list(_ context: Context) throws -> Reply {
        let node = try machine(context, .view)
        let devices = try BlockDevice.all(context.db, node: node)
        return Reply.json { json in json.array(of: devices) { $1.write(into: &$0, isNested: false) } }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        let device = try device(context, .view)
        return Reply.json { device.write(into: &$0, isNested: false) }
    }

    @Sendable private static func create(_ context: Context) throws -> Reply {
        let node = try machine(context, .admin)
        var form = Form(context.form)
        let name = form.text("name", required: true)
        let size = form.integer("size", required: true, min: 0)
        let blockSize = form.integer("block_size", required: true, min: 0)
        let path = form.text("id_path")
        let model = form.text("model")
        let serial = form.text("serial")
        if path.value == nil, model.value == nil || serial.value == nil {
            form.addToAll("serial/model are required if id_path is not provided.")
        }
        try form.check()
        let disk = NewMachine.Disk(
            name: name.value ?? "", size: size.value ?? 0, blockSize: blockSize.value ?? 512,
            model: model.value ?? "", serial: serial.value ?? "", idPath: path.value)
        return try reply(try BlockDevice.create(context.db, node: node.id, disk), node, context)
    }

    @Sendable private static func update(_ context: Context) throws -> Reply {
        let device = try device(context, .admin)
        guard [.ready, .deployed].contains(device.node.status) else {
            throw APIError.conflict("Cannot update block device because the machine is not Ready.")
        }
        var form = Form(context.form)
        let name = form.text("name").or(device.name)
        let size = form.integer("size", min: 0).or(device.size)
        let blockSize = form.integer("block_size", min: 0).or(device.blockSize)
        let model = form.text("model").or(device.model)
        let serial = form.text("serial").or(device.serial)
        let path = form.text("id_path").orKeep(device.idPath)
        try form.check()
        try context.db.update(
            "block_devices", id: device.id,
            ["name": name, "size": size, "block_size": blockSize, "model": model, "serial": serial, "id_path": path])
        return try reply(device.id, device.node, context)
    }

    @Sendable private static func delete(_ context: Context) throws -> Reply {
        let device = try device(context, .admin)
        guard device.node.status == .ready else {
            throw APIError.conflict("Cannot delete block device because the machine is not Ready.")
        }
        try context.db.execute("DELETE FROM block_devices WHERE id = ?", device.id)
        return .deleted
    }

    @Sendable private static func addTag(_ context: Context) throws -> Reply {
        let device = try device(context, .admin)
        guard device.node.status == .ready else {
            throw APIError.conflict("Cannot update block device because the machine is not Ready.")
        }
        let tag = try context.required("tag")
        return try setTags(device.tags.contains(tag) ? device.tags : device.tags + [tag], device, context)
    }

    @Sendable private static func removeTag(_ context: Context) throws -> Reply {
        let device = try device(context, .admin)
        guard device.node.status == .ready else {
            throw APIError.conflict("Cannot update block device because the machine is not Ready.")
        }
        let tag = try context.required("tag")
        return try setTags(device.tags.filter { $0 != tag }, device, context)
    }

    private static func setTags(_ tags: [String], _ device: BlockDevice, _ context: Context) throws -> Reply {
        let text = JSONValue.array(tags.map(JSONValue.string)).text
        try context.db.update("block_devices", id: device.id, ["tags": text])
        return try reply(device.id, device.node, context)
    }

    @Sendable private static func setBootDisk(_ context: Context) throws -> Reply {
        let device = try device(context, .admin)
        guard device.node.status == .ready else {
            throw APIError.conflict("Cannot set as boot disk because the machine is not Ready.")
        }
        guard device.type == "physical" else {
            throw APIError.badRequest("Cannot set a \(device.type) block device as the boot disk.")
        }
        try context.db.update("nodes", id: device.node.id, ["boot_disk_id": device.id])
        return .ok
    }

    private static func formattable(_ context: Context, _ operation: String) throws -> FormattableStorage {
        let storage = FormattableStorage(device: try device(context, .edit), partition: nil)
        try storage.require(operation, context)
        return storage
    }

    @Sendable private static func format(_ context: Context) throws -> Reply {
        let storage = try formattable(context, "format")
        try storage.format(context)
        return try reply(storage.device.id, storage.device.node, context)
    }

    @Sendable private static func unformat(_ context: Context) throws -> Reply {
        let storage = try formattable(context, "unformat")
        try storage.unformat(context.db)
        return try reply(storage.device.id, storage.device.node, context)
    }

    @Sendable private static func mount(_ context: Context) throws -> Reply {
        let storage = try formattable(context, "mount")
        try storage.mount(context)
        return try reply(storage.device.id, storage.device.node, context)
    }

    @Sendable private static func unmount(_ context: Context) throws -> Reply {
        let storage = try formattable(context, "unmount")
        try storage.unmount(context.db)
        return try reply(storage.device.id, storage.device.node, context)
    }
}

extension BlockDevice {
    /// The number of a partition on the disk, from its position.
    func number(ofPartition index: Int) -> Int { index + (needsBIOSBoot ? 2 : 1) }
}
