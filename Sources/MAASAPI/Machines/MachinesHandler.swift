import MAASRegion

/// `machines/` and `machines/{system_id}/`: the machines of the region (`maas/20-machines.md`). The operations stand by
/// topic in extensions.
enum MachinesHandler {
    package static let resources = [
        Resource(
            "machines/", handler: "MachinesHandler", tier: .a, guarded: .machines, "Manage the machines of this MAAS.",
            anonymous: anonymous,
            [.read("List machines", parameters: filters, list)] + collection + [allocation, addChassis, clone]),
        Resource(
            "machines/{system_id}/", handler: "MachineHandler", tier: .a, guarded: .machines, "Manage a machine.",
            [
                .read("Read a machine", read),
                .update("Change a machine", parameters: MachineForm.parameters, MachineHandler.update),
                .delete("Delete a machine", parameters: ["force": "also remove the VM hosts it runs"], delete),
            ] + MachineHandler.lifecycle + MachineHandler.queries + MachineHandler.settings),
    ]

    /// What lists of nodes can be narrowed by.
    static let filters: KeyValuePairs<String, String> = [
        "hostname": "host name", "id": "system id", "system_id": "system id", "mac_address": "MAC address",
        "domain": "domain", "zone": "zone", "not_in_zone": "not in the zone", "pool": "resource pool",
        "not_in_pool": "not in the pool", "tags": "all of these tags", "not_tags": "none of these tags",
        "status": "status, such as `ready`", "owner": "owner", "pod": "VM host", "pod_type": "kind of VM host",
        "power_state": "power state", "arch": "architecture", "cpu_count": "at least so many cores",
        "mem": "at least so much memory, MiB", "storage": "disks", "interfaces": "interfaces",
        "fabrics": "on fabrics", "subnets": "on subnets", "vlans": "on VLANs", "agent_name": "agent name",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let caller = try context.caller()
        let constraints = try NodeConstraints(context.query, scope: .list, context.state)
        let machines = try constraints.nodes(context.db, kinds: [.machine]).filter { $0.isListed(for: caller) }
        return try reply(machines, context)
    }

    /// Answers a list of machines.
    static func reply(_ machines: [Node], _ context: Context) throws -> Reply {
        let writer = MachineWriter(context.state)
        return try Reply.json { json in try json.array(of: machines) { try writer.write($1, into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let machine = try find(context)
        try machine.require(.view, context)
        return try Reply.json { try MachineWriter(context.state).write(machine, into: &$0) }
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
