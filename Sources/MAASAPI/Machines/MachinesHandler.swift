import MAASRegion

/// `machines/` and `machines/{system_id}/`: the machines of the region (MAAS: `api/machines.py`). The operations stand by
/// topic in extensions.
enum MachinesHandler {
    package static let resources = [
        Resource(
            "machines/", handler: "MachinesHandler", tier: .a, guarded: .machines, "Manage the machines of this MAAS.",
            anonymous: anonymous,
            [Operation.read("List machines", list).constrained(.list)] + collection + [allocation, addChassis, clone]),
        Resource(
            "machines/{system_id}/", handler: "MachineHandler", tier: .a, guarded: .machines, "Manage a machine.",
            [
                .read("Read a machine", read),
                .update("Change a machine", parameters: MachineForm.parameters, MachineHandler.update)
                    .reading(MachineForm.placement, in: .all).ofMachines,
                .delete("Delete a machine", parameters: ["force": "also remove the VM hosts it runs"], delete),
            ] + MachineHandler.lifecycle + MachineHandler.queries + MachineHandler.settings),
    ]

    private static func list(_ context: Context) throws -> Reply {
        let caller = try context.caller()
        let constraints = try NodeConstraints(context.query, scope: .list, context.state)
        let machines = try constraints.nodes(context.db, kinds: [.machine]).filter { $0.isListed(for: caller) }
        return try reply(machines, context)
    }

    /// Answers a list of machines.
    static func reply(_ machines: [Node], _ context: Context) throws -> Reply {
        let writer = try MachineWriter(context.state, machines)
        return try Reply.json { json in try json.array(of: machines) { try writer.write($1, into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let machine = try find(context)
        try machine.require(.view, context)
        return try Reply.json { try MachineWriter(context.state, [machine]).write(machine, into: &$0) }
    }

    private static func delete(_ context: Context) throws -> Reply {
        let machine = try find(context)
        try machine.require(.admin, context)
        let force = try Form(context.query).strictFlag("force", default: false)
        try machine.delete(context.state, force: force)
        return .deleted
    }

    /// The machine that the path names.
    package static func find(_ context: Context) throws -> Node { try context.node(.machine, as: "Machine") }
}

/// `machines/{system_id}/`: one machine. Its operations stand by topic in extensions.
enum MachineHandler {}
