import SQLite

/// Operations that change what a machine carries, not what it does.
extension MachineHandler {
    static let settings: [Operation] = [
        .post("set_owner_data", "Annotate a machine", parameters: ["KEY": "value; empty takes it away"], annotate),
        .post(
            "set_workload_annotations", "Annotate a machine", parameters: ["KEY": "value; empty takes it away"],
            annotate),
        .post(
            "set_storage_layout", "Put a layout on the disks", parameters: ["storage_layout": "such as `flat`"],
            setStorageLayout),
        .post(
            "mount_special", "Mount a file system that is in memory",
            parameters: ["fstype": "tmpfs or ramfs", "mount_point": "path", "mount_option": "options"], mountSpecial),
        .post(
            "unmount_special", "Unmount a file system that is in memory", parameters: ["mount_point": "path"],
            unmountSpecial),
        .post("clear_default_gateways", "Forget the chosen default gateways", clearDefaultGateways),
        .post("restore_networking_configuration", "Back to the default network") { context in
            try restore(context, "networking configuration", network: true, storage: false)
        },
        .post("restore_storage_configuration", "Back to the default storage") { context in
            try restore(context, "storage configuration.", network: false, storage: true)
        },
        .post("restore_default_configuration", "Back to the default network and storage") { context in
            try restore(context, "default networking and storage configuration.", network: true, storage: true)
        },
    ]

    @Sendable private static func annotate(_ context: Context) throws -> Reply {
        let life = try life(context, .edit)
        guard life.node.ownerID == (try context.caller()).id else {
            throw APIError.conflict("Cannot set workload annotation: it hasn't been acquired.")
        }
        for name in context.form.names {
            guard !name.isEmpty, name.allSatisfy({ $0.isWordCharacter || $0 == "-" || $0 == "." }) else {
                throw APIError.unexpected("Invalid character in key name")
            }
            let length = name.unicodeScalars.count
            if length > 255 {
                throw APIError.invalid(
                    "key", "Ensure this value has at most 255 characters (it has \(length)).", fromModel: true)
            }
            try OwnerData.set(context.db, node: life.node.id, key: name, value: context.form[name] ?? "")
        }
        return try reply(life, context)
    }

    private static let layouts = ["lvm", "bcache", "flat", "vmfs6", "blank", "custom", "vmfs7"]

    @Sendable private static func setStorageLayout(_ context: Context) throws -> Reply {
        let life = try life(context, .admin)
        guard life.node.status == .ready else {
            throw APIError.conflict("Cannot change the storage layout on a machine that is not Ready.")
        }
        var form = Form(context.form)
        let layout = form.listedChoice("storage_layout", of: layouts, required: true)
        try form.check()
        let disks: Int =
            try context.db.scalar("SELECT COUNT(*) FROM block_devices WHERE node_id = ?", life.node.id) ?? 0
        guard disks > 0 else {
            throw APIError.badRequest("Machine is missing a boot disk; no storage layout can be applied.")
        }
        switch layout.value {
        case "flat": try StorageLayout(context.state).applyFlat(node: life.node.id)
        case "blank": try StorageLayout(context.state).clear(node: life.node.id)
        default:
            throw APIError(
                501, "MachineHandler.set_storage_layout: the emulator does not make the layout \(layout.value ?? "").")
        }
        return try reply(life, context)
    }

    private static let specialTypes = ["ramfs", "tmpfs"]

    private static func requireUnused(_ node: Node, to verb: String) throws {
        guard [.ready, .allocated].contains(node.status) else {
            throw APIError.conflict(
                "Cannot \(verb) the filesystem because the machine is not Ready or Allocated.")
        }
    }

    @Sendable private static func mountSpecial(_ context: Context) throws -> Reply {
        let life = try life(context, .edit)
        try requireUnused(life.node, to: "mount")
        var form = Form(context.form)
        let type = form.listedChoice("fstype", of: specialTypes, required: true)
        let point = form.text("mount_point", required: true)
        if let path = point.value, !path.hasPrefix("/") { form.add("mount_point", "Enter a valid value.") }
        let options = form.text("mount_options")
        try form.check()
        try context.db.execute(
            """
            DELETE FROM filesystems WHERE node_id = ? AND block_device_id IS NULL AND partition_id IS NULL
            AND mount_point = ?
            """, life.node.id, point.value)
        try context.db.insert(
            into: "filesystems",
            [
                "node_id": life.node.id, "uuid": try context.state.random.uuid(), "fstype": type.value ?? "tmpfs",
                "mount_point": point.value, "mount_options": options.value ?? "",
                "acquired": life.node.status == .allocated,
            ])
        return try reply(life, context)
    }

    @Sendable private static func unmountSpecial(_ context: Context) throws -> Reply {
        let life = try life(context, .edit)
        try requireUnused(life.node, to: "unmount")
        var form = Form(context.form)
        let point = form.text("mount_point", required: true)
        try form.check()
        try context.db.execute(
            """
            DELETE FROM filesystems WHERE node_id = ? AND block_device_id IS NULL AND partition_id IS NULL
            AND mount_point = ?
            """, life.node.id, point.value)
        guard context.db.changedRows > 0 else {
            throw APIError.invalid("mount_point", "No special filesystem is mounted at this path.")
        }
        return try reply(life, context)
    }

    @Sendable private static func clearDefaultGateways(_ context: Context) throws -> Reply {
        var life = try life(context, .admin)
        try life.update(["gateway_link_ipv4_id": nil, "gateway_link_ipv6_id": nil])
        return try reply(life, context)
    }

    private static func restore(_ context: Context, _ what: String, network: Bool, storage: Bool) throws -> Reply {
        var life = try life(context, .admin)
        guard [.ready, .failedTesting].contains(life.node.status) else {
            throw APIError.conflict("Machine must be in a ready or failed testing state to restore \(what)")
        }
        if storage { try StorageLayout(context.state).applyFlat(node: life.node.id) }
        if network { try life.restoreNetwork() }
        return try reply(life, context)
    }
}
