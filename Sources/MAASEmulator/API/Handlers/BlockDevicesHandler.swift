import SQLite

/// `nodes/{system_id}/blockdevices/` and the partitions on them, as far as tier B goes: reading, and plain changes of
/// disks.
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
            ]),
        Resource(
            "nodes/{system_id}/blockdevices/{device_id}/partitions/", handler: "PartitionsHandler", tier: .b,
            "Manage partitions on a block device.", [.read("List partitions", listPartitions)]),
        Resource(
            "nodes/{system_id}/blockdevices/{device_id}/partition/{id}", handler: "PartitionHandler", tier: .b,
            "Manage a partition on a block device.", [.read("Read a partition", readPartition)]),
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
    private static func device(
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
        guard [.ready, .allocated, .deployed, .new, .broken].contains(device.node.status) else {
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
        guard [.ready, .allocated].contains(device.node.status) else {
            throw APIError.conflict("Cannot delete block device because the machine is not Ready.")
        }
        try context.db.execute("DELETE FROM block_devices WHERE id = ?", device.id)
        return .deleted
    }

    @Sendable private static func addTag(_ context: Context) throws -> Reply {
        let device = try device(context, .admin)
        let tag = try context.required("tag")
        return try setTags(device.tags.contains(tag) ? device.tags : device.tags + [tag], device, context)
    }

    @Sendable private static func removeTag(_ context: Context) throws -> Reply {
        let device = try device(context, .admin)
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
        guard [.ready, .allocated].contains(device.node.status) else {
            throw APIError.conflict("Cannot set boot disk as the machine is not Ready or Allocated.")
        }
        guard device.type == "physical" else {
            throw APIError.badRequest("Cannot set a \(device.type) block device as the boot disk.")
        }
        try context.db.update("nodes", id: device.node.id, ["boot_disk_id": device.id])
        return .ok
    }

    @Sendable private static func listPartitions(_ context: Context) throws -> Reply {
        let device = try device(context, .view, segment: "device_id")
        return Reply.json { json in
            json.array(of: device.partitions.enumerated()) { json, numbered in
                numbered.element.write(number: device.number(ofPartition: numbered.offset), of: device, into: &json)
            }
        }
    }

    @Sendable private static func readPartition(_ context: Context) throws -> Reply {
        let device = try device(context, .view, segment: "device_id")
        let found = device.partitions.enumerated().first { String($0.element.id) == context.segment("id") }
        guard let found else { throw APIError.notFound("Partition") }
        return Reply.json {
            found.element.write(number: device.number(ofPartition: found.offset), of: device, into: &$0)
        }
    }
}

extension BlockDevice {
    /// The number of a partition on the disk, from its position.
    func number(ofPartition index: Int) -> Int { index + (needsBIOSBoot ? 2 : 1) }
}
