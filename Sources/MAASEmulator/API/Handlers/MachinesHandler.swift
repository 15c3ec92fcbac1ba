/// `machines/`: the machines of the region.
enum MachinesHandler {
    static let resources = [
        Resource(
            "machines/", handler: "MachinesHandler", tier: .a, "Manage the machines of this MAAS.", anonymous: [],
            [.read("List machines", list)]),
        Resource(
            "machines/{system_id}/", handler: "MachineHandler", tier: .a, "Manage a machine.",
            [
                .read("Read a machine", read),
                .delete("Delete a machine", parameters: ["force": "also remove the VM hosts it runs"], delete),
            ] + MachineHandler.lifecycle),
    ]

    @Sendable private static func list(_ context: Context) throws -> Reply {
        let caller = try context.caller()
        let constraints = try NodeConstraints(context.query, scope: .list, context.db)
        let machines = try constraints.nodes(context.db, kinds: [.machine]).filter { $0.isVisible(to: caller) }
        let writer = MachineWriter(context.state)
        return try Reply.json { json in try json.array(of: machines) { try writer.write($1, into: &$0) } }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        let machine = try find(context)
        guard machine.isVisible(to: try context.caller()) else { throw APIError.forbidden }
        return try Reply.json { try MachineWriter(context.state).write(machine, into: &$0) }
    }

    @Sendable private static func delete(_ context: Context) throws -> Reply {
        let machine = try find(context)
        try machine.require(.admin, context)
        let force = try Form(context.query).strictFlag("force", default: false)
        try machine.delete(context.state, force: force)
        return .deleted
    }

    /// The machine that the path names.
    static func find(_ context: Context) throws -> Node {
        guard let machine = try Node.machine(context.db, systemID: context.segment("system_id")) else {
            throw APIError.notFound("Machine")
        }
        return machine
    }
}

/// `machines/{system_id}/`: one machine. Its operations stand by topic in extensions.
enum MachineHandler {}
