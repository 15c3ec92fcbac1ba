import MAASRegion

/// The operations of machines that racks have too. What a controller runs on is no business of MAAS's: one that is
/// also a region cannot be switched or tested, and one whose power was never configured can neither.
extension ControllersHandlers {
    static let power: [Operation] = [
        .post("abort", "Stop what a rack is doing", parameters: comment, abort),
        .post("override_failed_testing", "Use a rack although it failed its tests", parameters: comment, override),
        .post("power_on", "Switch a rack on", parameters: ["comment": "for the event log"], powerOn),
        .post(
            "power_off", "Switch a rack off",
            parameters: ["stop_mode": "hard or soft", "comment": "for the event log"], powerOff),
        .post(
            "test", "Run tests on a rack",
            parameters: [
                "enable_ssh": "stay on for SSH", "testing_scripts": "names or tags", "parameters": "for scripts",
            ], test),
    ]

    private static let comment: KeyValuePairs = ["comment": "for the event log"]

    private static func life(_ context: Context) throws -> MachineLife {
        let node = try ControllersHandlers.find(context, .rack)
        try context.require(.editMachines)
        return MachineLife(context.state, node)
    }

    private static func reply(_ life: MachineLife, _ context: Context) throws -> Reply {
        let node = try Node.find(context.db, id: life.node.id) ?? life.node
        return try Reply.json { try ControllerWriter(context.state, .rack, [node]).write(node, into: &$0) }
    }

    /// Whether MAAS switches the power: not of what it runs on itself.
    private static func canSwitch(_ life: MachineLife) -> Bool {
        life.canSwitchPower && life.node.kind == .rackController
    }

    private static func abort(_ context: Context) throws -> Reply {
        var life = try life(context)
        try life.abort(try context.caller(), comment: context.post["comment"])
        return try reply(life, context)
    }

    private static func override(_ context: Context) throws -> Reply {
        var life = try life(context)
        try life.overrideFailedTesting(try context.caller(), comment: context.post["comment"])
        return try reply(life, context)
    }

    private static func powerOn(_ context: Context) throws -> Reply {
        let life = try life(context)
        try life.request("User powering up node", try context.caller(), context.post["comment"], action: "start")
        if canSwitch(life) { try life.powerOn() }
        return try reply(life, context)
    }

    private static func powerOff(_ context: Context) throws -> Reply {
        let life = try life(context)
        try life.request("User powering down node", try context.caller(), context.post["comment"], action: "stop")
        context.post.note("stop_mode")
        guard canSwitch(life) else { return .null }
        try life.powerOff()
        return try reply(life, context)
    }

    private static func test(_ context: Context) throws -> Reply {
        var life = try life(context)
        var form = Form(context.form)
        if life.node.kind == .rackController {
            try MachineHandler.requireStatus(.test, life.node, context.state, &form)
        } else {
            form.addToAll("Test is not available because of the current state of the node.")
        }
        let run = try ScriptRunForm.test(&form, life.node, context.state)
        try form.check()
        try life.test(
            try context.caller(), enableSSH: form.checkbox("enable_ssh").value ?? false, scripts: run.scripts,
            input: run.input)
        return try reply(life, context)
    }
}
