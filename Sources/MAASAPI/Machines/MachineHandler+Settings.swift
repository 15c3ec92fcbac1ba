import MAASRegion

/// Operations that change what a machine carries, not what it does.
extension MachineHandler {
    static let settings: [Operation] = [
        .post("set_owner_data", "Annotate a machine", parameters: ["KEY": "value; empty takes it away"], annotate),
        .post(
            "set_workload_annotations", "Annotate a machine", parameters: ["KEY": "value; empty takes it away"],
            annotate),
        .post(
            "set_storage_layout", "Put a layout on the disks",
            parameters: [
                "storage_layout": "flat, lvm, bcache, vmfs6, vmfs7, custom or blank",
                "boot_size": "bytes or percent of the disk", "root_size": "bytes or percent of the disk",
                "root_device": "id of a disk", "vg_name": "of the volume group", "lv_name": "of the logical volume",
                "lv_size": "bytes or percent of the group", "cache_device": "id of a disk",
                "cache_mode": "writeback, writethrough or writearound", "cache_size": "bytes or percent of the disk",
                "cache_no_part": "whether the whole disk caches",
            ], setStorageLayout),
        .post(
            "mount_special", "Mount a file system that is in memory",
            parameters: ["fstype": "tmpfs or ramfs", "mount_point": "path", "mount_options": "options"], mountSpecial),
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

    private static func annotate(_ context: Context) throws -> Reply {
        let life = try life(context, .edit)
        try annotate(life.node, context)
        return try reply(life, context)
    }

    /// Every field of a form is an annotation of the node, which only its owner may write; an empty value takes one away.
    static func annotate(_ node: Node, _ context: Context) throws {
        guard node.ownerID == (try context.caller()).id else {
            throw Refusal.conflict("Cannot set workload annotation: it hasn't been acquired.")
        }
        for name in context.post.names where name != "op" {
            try OwnerData.set(context.db, node: node.id, key: name, value: context.post[name] ?? "")
        }
    }

    private static func setStorageLayout(_ context: Context) throws -> Reply {
        let life = try life(context, .admin)
        guard life.node.status == .ready else {
            throw Refusal.conflict("Cannot change the storage layout on a machine that is not Ready.")
        }
        var form = Form(context.form)
        let names = StorageLayout.Kind.allCases.map(\.rawValue)
        let name = form.listedChoice("storage_layout", of: names, required: true).or("")
        try form.check()
        guard let kind = StorageLayout.Kind(rawValue: name) else {
            throw Refusal.field("storage_layout", Form.required)
        }
        do {
            try StorageLayout(context.state, node: life.node.id).apply(kind) {
                try StorageLayoutOptions($0, context.form, $1, $2)
            }
        } catch StorageLayout.Failure.missingBootDisk {
            throw Refusal.invalid("Machine is missing a boot disk; no storage layout can be applied.")
        } catch StorageLayout.Failure.unusable(let reason) {
            throw Refusal.invalid("Failed to configure storage layout '\(name)': \(reason)")
        }
        return try reply(life, context)
    }

    private static func requireUnused(_ node: Node, to verb: String) throws {
        guard [.ready, .allocated].contains(node.status) else {
            throw Refusal.conflict(
                "Cannot \(verb) the filesystem because the machine is not Ready or Allocated.")
        }
    }

    private static func mountSpecial(_ context: Context) throws -> Reply {
        let life = try life(context, .edit)
        try requireUnused(life.node, to: "mount")
        var form = Form(context.form)
        let point = form.absolutePath("mount_point", required: true)
        let options = form.text("mount_options")
        let type = form.choice("fstype", of: ["ramfs", "tmpfs"], required: true)
        try form.check()
        try StorageEditor(context.state, node: life.node.id).addSpecial(
            type.or(""), mountPoint: point.or(""), options: options.or(""), acquired: life.node.ownerID != nil)
        return try reply(life, context)
    }

    private static func unmountSpecial(_ context: Context) throws -> Reply {
        let life = try life(context, .edit)
        try requireUnused(life.node, to: "unmount")
        var form = Form(context.form)
        let point = form.absolutePath("mount_point", required: true)
        if let path = point.value {
            let found = try Filesystem.countSpecial(context.db, node: life.node.id, mountPoint: path)
            if found == 0 { form.add("mount_point", "No special filesystem is mounted at this path.") }
            if found > 1 {
                throw Refusal.unexpected("get() returned more than one Filesystem -- it returned \(found)!")
            }
        }
        try form.check()
        if let path = point.value { try Filesystem.deleteSpecial(context.db, node: life.node.id, mountPoint: path) }
        return try reply(life, context)
    }

    private static func clearDefaultGateways(_ context: Context) throws -> Reply {
        var life = try life(context, .admin)
        try life.clearDefaultGateways()
        return try reply(life, context)
    }

    /// MAAS restores the network from what commissioning said of it, and fails on machines of which it has nothing.
    private static func requireCommissioned(_ node: Node, _ context: Context) throws {
        guard let set = node.commissioningResultID else {
            throw Refusal.unexpected("'NoneType' object has no attribute 'find_script_result'")
        }
        let results = try ScriptResult.described(context.db, set: set)
        let output = results.first { $0.name == "50-maas-01-commissioning" }?.stdout
        if (output ?? "").isEmpty { throw Refusal.unexpected("No resources found from commissioning output") }
    }

    private static func restore(_ context: Context, _ what: String, network: Bool, storage: Bool) throws -> Reply {
        var life = try life(context, .admin)
        guard [.ready, .failedTesting].contains(life.node.status) else {
            throw Refusal.conflict("Machine must be in a ready or failed testing state to restore \(what)")
        }
        if storage { try StorageLayout(context.state, node: life.node.id).applyDefault() }
        if network {
            try requireCommissioned(life.node, context)
            try life.restoreNetwork()
        }
        return try reply(life, context)
    }
}
