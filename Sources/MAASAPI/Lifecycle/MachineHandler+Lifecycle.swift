import MAASRegion

/// The operations on a machine that change its status (MAAS: `api/machines.py`).
extension MachineHandler {
    package static let lifecycle: [Operation] = [
        .post(
            "deploy", "Deploy an operating system",
            parameters: [
                "distro_series": "the release, such as `noble` or `ubuntu/noble`", "user_data": "base64 for cloud-init",
                "hwe_kernel": "the kernel, such as `ga-24.04`", "agent_name": "kept with the machine",
                "comment": "for the event log", "bridge_all": "bridge every interface", "bridge_type": "kind of bridge",
                "bridge_stp": "spanning tree", "bridge_fd": "forward delay, seconds",
                "install_rackd": "not supported", "install_kvm": "make it a virsh host",
                "register_vmhost": "make it a LXD host", "ephemeral_deploy": "into memory",
                "enable_hw_sync": "report hardware changes", "enable_kernel_crash_dump": "keep kernel dumps",
                "vcenter_registration": "for ESXi", "license_key": "for Windows",
            ], deploy),
        .post(
            "release", "Give a machine back",
            parameters: [
                "comment": "for the event log", "erase": "wipe the disks first",
                "secure_erase": "by the disks' own way",
                "quick_erase": "only beginning and end", "force": "also remove the VM hosts it runs",
            ], release
        ).reading(["scripts": "release scripts", "parameters": "for scripts"], in: .of(.releaseScripts)),
        .post(
            "commission", "Look at the hardware anew", parameters: commissioning, commission),
        .post(
            "test", "Run tests",
            parameters: [
                "enable_ssh": "stay on for SSH", "testing_scripts": "names or tags", "parameters": "for scripts",
            ], test),
        .post("abort", "Stop what the machine is doing", parameters: ["comment": "for the event log"], abort),
        .post(
            "mark_broken", "Mark a machine broken",
            parameters: ["comment": "the reason", "error_description": "its older name"], markBroken),
        .post("mark_fixed", "Mark a broken machine fixed", parameters: ["comment": "for the event log"], markFixed),
        .post(
            "override_failed_testing", "Use a machine although it failed its tests",
            parameters: ["comment": "for the event log"], overrideFailedTesting),
        .post("lock", "Lock a machine", parameters: ["comment": "for the event log"], lock),
        .post("unlock", "Unlock a machine", parameters: ["comment": "for the event log"], unlock),
        .post("rescue_mode", "Enter rescue mode", enterRescueMode),
        .post("exit_rescue_mode", "Exit rescue mode", exitRescueMode),
        .post(
            "power_on", "Switch a machine on; an allocated one is deployed",
            parameters: [
                "user_data": "base64 for cloud-init", "comment": "for the event log",
                "install_kvm": "make it a virsh host", "register_vmhost": "make it a LXD host",
                "bridge_type": "kind of bridge", "bridge_stp": "spanning tree",
                "bridge_fd": "forward delay, seconds",
            ], powerOn),
        .post(
            "power_off", "Switch a machine off",
            parameters: ["stop_mode": "hard or soft", "comment": "for the event log"], powerOff),
    ]

    /// What a commissioning is told.
    static let commissioning: KeyValuePairs<String, String> = [
        "enable_ssh": "stay on for SSH", "skip_bmc_config": "leave the BMC", "skip_networking": "keep networks",
        "skip_storage": "keep disks", "commissioning_scripts": "names or tags", "testing_scripts": "names or tags",
        "parameters": "for scripts",
    ]

    /// Answers a machine as it is now.
    static func reply(_ life: MachineLife, _ context: Context) throws -> Reply {
        guard let node = try Node.find(context.db, id: life.node.id) else { throw Refusal.notFound("Machine") }
        return try Reply.json { try MachineWriter(context.state, [node]).write(node, into: &$0) }
    }

    /// The machine of the path, for somebody who may do what `permission` says.
    static func life(_ context: Context, _ permission: NodePermission) throws -> MachineLife {
        let machine = try MachinesHandler.find(context)
        try machine.require(permission, context)
        return MachineLife(context.state, machine)
    }

    package static func release(_ context: Context) throws -> Reply {
        var life = try life(context, .edit)
        var form = Form(context.form)
        var erase = false
        for name in ["erase", "secure_erase", "quick_erase"] {
            // 3.4 insisted on words; since then anything but a word for false is true.
            let flag = try context.version.has(.looseEraseFlags) ? form.checkbox(name).value : form.strictFlag(name)
            erase = erase || flag ?? false
        }
        var run = ScriptRunForm.Run()
        if context.version.has(.releaseScripts) {
            run = try ScriptRunForm.release(&form, life.node, context.state)
            try form.check()
        }
        let force = form.checkbox("force").value ?? false
        let operation = erase ? LifecycleOperation.erase : .release
        let next = try operation.require(of: life.node)
        guard next != life.node.status else { return try reply(life, context) }
        let node = life.node
        if erase, !run.scripts.contains(MachineLife.wipeScript) { run.scripts.append(MachineLife.wipeScript) }
        let answer: Reply
        do {
            try context.db.transaction {
                try life.release(
                    try context.caller(), comment: context.form["comment"], force: force, scripts: run.scripts,
                    input: run.input)
            }
            // A machine that was made for its owner is gone now; MAAS still shows it as it was.
            if try Node.find(context.db, id: node.id) == nil {
                answer = try Reply.json { try MachineWriter(context.state, [node]).write(node, into: &$0) }
            } else {
                answer = try reply(life, context)
            }
        } catch let refusal as Refusal where force {
            let error = APIError(refusal)
            answer = Reply(status: error.status, contentType: error.contentType, body: error.body)
        }
        // MAAS deletes the VM hosts beside the request: the machine is asked for with them, and they go although it is
        // refused.
        if force { try node.removeVMHosts(context.state, force: true) }
        return answer
    }

    package static func commission(_ context: Context) throws -> Reply {
        var life = try life(context, .admin)
        var form = Form(context.form)
        try Self.requireStatus(.commission, life.node, context.state, &form)
        let options = try ScriptRunForm.commission(&form, life.node, context.state)
        try form.check()
        try life.commission(try context.caller(), options)
        return try reply(life, context)
    }

    package static func test(_ context: Context) throws -> Reply {
        var life = try life(context, .admin)
        var form = Form(context.form)
        try Self.requireStatus(.test, life.node, context.state, &form)
        let run = try ScriptRunForm.test(&form, life.node, context.state)
        try form.check()
        try life.test(
            try context.caller(), enableSSH: form.checkbox("enable_ssh").value ?? false, scripts: run.scripts,
            input: run.input)
        return try reply(life, context)
    }

    /// The refusal of a form, which stands beside those of its fields: neither is for machines without interfaces, but
    /// that those of a machine with IPMI may still be found.
    static func requireStatus(
        _ operation: LifecycleOperation, _ node: Node, _ state: RegionState, _ form: inout Form
    ) throws {
        let isNetworked = try !Interface.all(state.db, node: node.id).isEmpty
        let isActionable = isNetworked || (operation == .commission && node.powerType == "ipmi")
        if isActionable, case .next = operation.outcome(from: node.status, systemID: node.systemID) { return }
        let name = operation == .commission ? "Commission" : "Test"
        form.addToAll("\(name) is not available because of the current state of the node.")
    }

    static func abort(_ context: Context) throws -> Reply {
        var life = try life(context, .edit)
        try life.abort(try context.caller(), comment: context.post["comment"])
        return try reply(life, context)
    }

    static func markBroken(_ context: Context) throws -> Reply {
        var life = try life(context, .edit)
        let caller = try context.caller()
        guard life.node.ownerID == caller.id else { throw Refusal.forbidden() }
        try LifecycleOperation.markBroken.require(of: life.node)
        let comment = context.post["comment"].flatMap { $0.isEmpty ? nil : $0 } ?? context.post["error_description"]
        try life.markBroken(caller, comment: comment)
        return try reply(life, context)
    }

    static func markFixed(_ context: Context) throws -> Reply {
        var life = try life(context, .admin)
        try LifecycleOperation.markFixed.require(of: life.node)
        try life.markFixed(try context.caller(), comment: context.post["comment"])
        return try reply(life, context)
    }

    static func overrideFailedTesting(_ context: Context) throws -> Reply {
        var life = try life(context, .admin)
        try LifecycleOperation.overrideFailedTesting.require(of: life.node)
        try life.overrideFailedTesting(try context.caller(), comment: context.post["comment"])
        return try reply(life, context)
    }

    package static func lock(_ context: Context) throws -> Reply {
        var life = try life(context, .lock)
        if life.node.locked { throw Refusal.conflict("Machine is already locked") }
        try LifecycleOperation.lock.require(of: life.node)
        try life.setLocked(true, try context.caller(), comment: context.post["comment"])
        return try reply(life, context)
    }

    package static func unlock(_ context: Context) throws -> Reply {
        var life = try life(context, .lock)
        if !life.node.locked { throw Refusal.conflict("Machine is not locked") }
        try life.setLocked(false, try context.caller(), comment: context.post["comment"])
        return try reply(life, context)
    }

    static func enterRescueMode(_ context: Context) throws -> Reply {
        var life = try life(context, .admin)
        try life.enterRescueMode(try context.caller())
        return try reply(life, context)
    }

    static func exitRescueMode(_ context: Context) throws -> Reply {
        var life = try life(context, .admin)
        try LifecycleOperation.exitRescueMode.require(of: life.node)
        try life.exitRescueMode(try context.caller())
        return try reply(life, context)
    }

    static func powerOn(_ context: Context) throws -> Reply {
        var life = try life(context, .edit)
        if life.node.ownerID == nil { throw Refusal.conflict("Can't start node: it hasn't been allocated.") }
        try life.start(try context.caller(), StartOptions(context.post))
        return try reply(life, context)
    }

    static func powerOff(_ context: Context) throws -> Reply {
        let life = try life(context, .edit)
        try life.request("User powering down node", try context.caller(), context.post["comment"], action: "stop")
        // The emulated hardware knows one way of going off.
        context.post.note("stop_mode")
        guard life.canSwitchPower else { return .null }
        try life.powerOff()
        return try reply(life, context)
    }
}
