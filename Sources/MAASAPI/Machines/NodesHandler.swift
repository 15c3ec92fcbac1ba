import MAASRegion

/// `nodes/` and `nodes/{system_id}/`: every kind of node by the one door.
enum NodesHandler {
    package static let resources = [
        Resource(
            "nodes/", handler: "NodesHandler", tier: .a, guarded: .machines, "Manage the nodes of this MAAS.",
            anonymous: [anonymousIsRegistered, isActionInProgress],
            [.read("List nodes", list).constrained(.list), isRegistered, setZone]),
        Resource(
            "nodes/{system_id}/", handler: "NodeHandler", tier: .a, guarded: .machines, "Manage a node.",
            [
                .read("Read a node", read), .delete("Delete a node", delete),
                .get("details", "What commissioning saw, as BSON", details),
                MachineHandler.powerParameters,
            ]),
    ]

    static let isRegistered = Operation.get(
        "is_registered", "Whether a MAC address belongs to a node", parameters: ["mac_address": "MAC address"]
    ) { context in
        try registered(context, except: [.retired])
    }

    /// Whoever is not logged in is told of machines that are settled.
    static let anonymousIsRegistered = Operation.get(
        "is_registered", "Whether a MAC address belongs to a node", parameters: ["mac_address": "MAC address"]
    ) { context in
        try registered(context, except: [.new, .commissioning, .retired])
    }

    static let isActionInProgress = Operation.get(
        "is_action_in_progress", "Whether a machine is being commissioned or deployed",
        parameters: ["mac_address": "MAC address"]
    ) { context in
        let busy: Set<NodeStatus> = [.commissioning, .deploying]
        return Reply.value(try statuses(context).contains { busy.contains($0) })
    }

    static let setZone = Operation.post(
        "set_zone", "Put nodes into a zone", parameters: ["nodes": "system id", "zone": "the zone's name"], setZone)

    private static func registered(_ context: Context, except ignored: Set<NodeStatus>) throws -> Reply {
        Reply.value(try statuses(context).contains { !ignored.contains($0) })
    }

    /// The statuses of the nodes with a MAC address, which may be written with hyphens.
    private static func statuses(_ context: Context) throws -> [NodeStatus] {
        guard let sent = context.query["mac_address"] else { throw Refusal.notProvided("mac_address") }
        let mac = sent.lowercased().replacing("-", with: ":")
        return try Node.all(context.db, macAddress: mac).map(\.status)
    }

    private static func setZone(_ context: Context) throws -> Reply {
        // Lists are read of forms only.
        guard context.form.hasLists else { throw Refusal.unexpected("'dict' object has no attribute 'getlist'") }
        var form = Form(context.form)
        let caller = try context.caller()
        let wanted = Set(context.form.all("nodes"))
        let nodes = try wanted.compactMap { try Node.find(context.db, systemID: $0) }
        // MAAS does not say whether a node is unknown or another's.
        if wanted.isEmpty {
            form.add("system_id", "No node selected.")
        } else if nodes.count < wanted.count || !nodes.allSatisfy({ $0.allows(.admin, to: caller) }) {
            form.add("system_id", "Some of the given system ids are invalid system ids.")
        }
        let zone = try form.reference("zone", required: true) { try Zone.find(context.db, name: $0) }
        try form.check()
        guard let zone = zone.value else { return .null }
        for node in nodes { try node.set(context.db, zone: zone) }
        return .null
    }

    private static func list(_ context: Context) throws -> Reply {
        let caller = try context.caller()
        let constraints = try NodeConstraints(context.query, scope: .list, context.state)
        let groups: [[Node.Kind]] = [
            [.device], [.machine], [.rackController, .regionAndRackController], [.regionController],
        ]
        let found = try constraints.nodes(context.db, kinds: groups.flatMap(\.self)).filter { $0.isListed(for: caller) }
        let nodes = groups.flatMap { kinds in found.filter { kinds.contains($0.kind) } }
        let writer = try NodeWriter(context.state, nodes)
        return try Reply.json { json in try json.array(of: nodes) { try writer.write($1, into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let node = try find(context)
        try node.require(.view, context)
        return try Reply.json { try NodeWriter(context.state, [node]).write(node, into: &$0) }
    }

    private static func details(_ context: Context) throws -> Reply {
        let node = try find(context)
        try node.require(.view, context)
        return try MachineHandler.details(of: node, context)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let node = try find(context)
        try node.require(.admin, context)
        if node.kind.isController {
            try node.deleteController(context.state, force: false)
        } else {
            try node.delete(context.state, force: false)
        }
        return .deleted
    }

    package static func find(_ context: Context) throws -> Node { try context.node(as: "Node") }
}
