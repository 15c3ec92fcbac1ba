import Formats
import MAASRegion

/// Operations on several machines at once (MAAS: `MachinesHandler` in `api/machines.py`).
extension MachinesHandler {
    package static let anonymous: [Operation] =
        [
            NodesHandler.anonymousIsRegistered,
            .create("Enlist a machine", parameters: MachineForm.parameters, MachineCreation.enlist)
                .reading(MachineForm.novelty, in: .all).ofMachines,
            .post("accept", "Accept enlisted machines") { _ in
                throw APIError(401, "You must be logged in to accept machines.")
            },
        ] + [NodesHandler.isActionInProgress]

    static let collection: [Operation] = [
        .create("Add a machine", parameters: MachineForm.parameters, MachineCreation.create)
            .reading(MachineForm.placement, in: .all).reading(MachineForm.novelty, in: .all).ofMachines
            .reading(MachineHandler.commissioning, in: .all),
        NodesHandler.isRegistered, NodesHandler.setZone,
        .get(
            "list_allocated", "Machines that the caller has allocated", parameters: ["id": "system id"], listAllocated),
        .get(
            "power_parameters", "Power parameters of machines, secrets included", parameters: ["id": "system id"],
            access: .admin, powerParameters),
        .post("accept", "Accept enlisted machines", parameters: ["machines": "system id"], accept),
        .post("accept_all", "Accept every enlisted machine", acceptAll),
        .post(
            "release", "Give machines back", parameters: ["machines": "system id", "comment": "for the event log"],
            release),
    ]

    private static func listAllocated(_ context: Context) throws -> Reply {
        let caller = try context.caller()
        let ids = context.query.all("id")
        for id in ids { try Refusal.refuseNUL(in: id) }
        let machines = try Node.machines(context.db, allocatedTo: caller.id).filter {
            ids.isEmpty || ids.contains($0.systemID)
        }
        return try reply(machines, context)
    }

    private static func powerParameters(_ context: Context) throws -> Reply {
        let ids = context.query.all("id")
        let machines =
            try ids.isEmpty
            ? Node.all(context.db, .machine) : Node.all(context.db, [.machine], systemIDs: ids)
        let parameters = try Node.powerParameters(context.db, of: machines.map(\.id))
        return Reply.json { json in
            json.object { json in
                for machine in machines {
                    json.field(named: machine.systemID, JSONValue.object(parameters[machine.id] ?? [:]))
                }
            }
        }
    }

    /// The machines that a form names, each once, by id.
    /// - Throws: `Refusal` for unknown ones.
    private static func named(_ context: Context) throws -> [Node] {
        let ids = context.form.all("machines")
        let machines = try Node.all(context.db, [.machine], systemIDs: ids)
        let unknown = Set(ids).subtracting(machines.map(\.systemID)).sorted()
        guard unknown.isEmpty else {
            throw Refusal.invalid("Unknown machine(s): \(unknown.joined(separator: ", ")).")
        }
        return machines
    }

    private static func require(
        _ permission: NodePermission, _ machines: [Node], to verb: String, _ context: Context
    ) throws {
        let caller = try context.caller()
        let refused = machines.filter { !$0.allows(permission, to: caller) }.map(\.systemID)
        guard refused.isEmpty else {
            throw Refusal.forbidden(
                "You don't have the required permission to \(verb) the following machine(s): "
                    + "\(refused.joined(separator: ", ")).")
        }
    }

    private static func accept(_ context: Context) throws -> Reply {
        let machines = try named(context)
        try require(.admin, machines, to: "accept", context)
        return try accept(machines, context)
    }

    private static func acceptAll(_ context: Context) throws -> Reply {
        let caller = try context.caller()
        return try accept(
            try Node.machines(context.db, in: [.new]).filter { $0.allows(.admin, to: caller) }, context)
    }

    /// Accepting a new machine commissions it; those that somebody accepted already are left alone and not listed.
    private static func accept(_ machines: [Node], _ context: Context) throws -> Reply {
        var accepted: [Node] = []
        for machine in machines where ![.ready, .commissioning].contains(machine.status) {
            guard machine.status == .new else {
                throw Refusal.conflict(
                    "Cannot accept node enlistment: node \(machine.systemID) is in state \(machine.status.label).")
            }
            var life = MachineLife(context.state, machine)
            try life.commission(try context.caller(), CommissioningOptions())
            accepted.append(life.node)
        }
        return try reply(accepted, context)
    }

    private static func release(_ context: Context) throws -> Reply {
        let machines = try named(context)
        try require(.edit, machines, to: "release", context)
        let stuck = machines.filter { $0.status != .ready && !LifecycleOperation.releasable.contains($0.status) }
        guard stuck.isEmpty else {
            let list = stuck.map { "\($0.systemID) ('\($0.status.label)')" }.joined(separator: ", ")
            throw Refusal.conflict("Machine(s) cannot be released in their current state: \(list).")
        }
        let released = machines.filter { $0.status != .ready }
        for machine in released {
            var life = MachineLife(context.state, machine)
            try life.release(try context.caller(), comment: context.form["comment"], force: false)
        }
        return Reply.value(released.map(\.systemID))
    }
}
