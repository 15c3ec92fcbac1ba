import MAASRegion

/// `nodes/{system_id}/interfaces/`: the network interfaces of a node.
enum InterfacesHandler {
    package static let resources = [
        Resource(
            "nodes/{system_id}/interfaces/", handler: "InterfacesHandler", tier: .a,
            "Manage the interfaces of a node.",
            [
                .read("List interfaces", list),
                .post("create_physical", "Create a physical interface", parameters: physical, createPhysical),
                .post(
                    "create_bond", "Create a bond interface",
                    parameters: [
                        "name": "name", "parents": "interface ids, repeated", "mac_address": "MAC address",
                        "tags": "list parted by commas", "vlan": "VLAN id", "mtu": "bytes, 552 or more",
                        "accept_ra": "nullable boolean", "bond_mode": "how the bond works",
                        "bond_miimon": "milliseconds between link checks", "bond_downdelay": "milliseconds",
                        "bond_updelay": "milliseconds", "bond_lacp_rate": "fast or slow",
                        "bond_xmit_hash_policy": "how links are chosen", "bond_num_grat_arp": "0 to 255",
                        "link_connected": "boolean", "interface_speed": "Mbit/s", "link_speed": "Mbit/s",
                    ]
                ) { try create($0, .bond) },
                .post(
                    "create_vlan", "Create a VLAN interface",
                    parameters: [
                        "parent": "interface id", "vlan": "id of a tagged VLAN", "name": "name",
                        "tags": "list parted by commas", "mtu": "bytes, 552 or more", "accept_ra": "nullable boolean",
                        "parents": "another name of parent", "link_connected": "boolean",
                        "interface_speed": "Mbit/s", "link_speed": "Mbit/s",
                    ]
                ) { try create($0, .vlan) },
                .post(
                    "create_bridge", "Create a bridge interface",
                    parameters: [
                        "name": "name", "parent": "interface id",
                        "parents": "interface ids, repeated; one before 3.8", "mac_address": "MAC address",
                        "tags": "list parted by commas", "vlan": "VLAN id", "mtu": "bytes, 552 or more",
                        "accept_ra": "nullable boolean", "bridge_type": "standard or ovs",
                        "bridge_stp": "nullable boolean", "bridge_fd": "forward delay in seconds",
                        "link_connected": "boolean", "interface_speed": "Mbit/s", "link_speed": "Mbit/s",
                    ]
                ) { try create($0, .bridge) },
            ]),
        InterfaceHandler.resource,
    ]

    private static let physical: KeyValuePairs<String, String> = [
        "mac_address": "MAC address", "name": "name, the next ethN without it", "vlan": "VLAN id",
        "tags": "list parted by commas", "mtu": "bytes, 552 or more", "accept_ra": "nullable boolean",
        "enabled": "nullable boolean", "numa_node": "index", "link_connected": "boolean",
        "interface_speed": "Mbit/s", "link_speed": "Mbit/s", "parents": "refused: it stands on none",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let node = try context.node(as: "Node")
        try node.require(.view, context)
        let details = try InterfaceDetails(context.db, nodes: [node.id])
        let writer = InterfaceWriter(details, of: node)
        return Reply.json { json in json.array(of: details.interfaces(of: node.id)) { writer.write($1, into: &$0) } }
    }

    private static func createPhysical(_ context: Context) throws -> Reply {
        let node = try context.node(as: "Node")
        try InterfaceHandler.requireChange(context, node)
        try InterfaceHandler.refuseController(node, "create")
        if node.kind == .machine { try InterfaceHandler.checkState(node, "create") }
        return try create(context, .physical, on: node)
    }

    /// Bonds, VLANs and bridges are for machines only.
    private static func create(_ context: Context, _ kind: Interface.Kind) throws -> Reply {
        let node = try context.node(.machine, as: "Machine")
        guard context.may(.editMachines, inPool: node.poolID), !node.locked else { throw Refusal.forbidden() }
        try InterfaceHandler.checkState(node, kind == .vlan ? "create VLAN" : "create \(kind.rawValue)")
        if kind == .bridge, context.version.has(.bridgesOverSeveral), context.form.contains("parent"),
            context.form.contains("parents")
        {
            throw Refusal.invalid("Cannot specify both parent and parents fields.")
        }
        return try create(context, kind, on: node)
    }

    private static func create(_ context: Context, _ kind: Interface.Kind, on node: Node) throws -> Reply {
        var form = try InterfaceForm(context, kind, node)
        let id = try form.create()
        guard let interface = try Interface.find(context.db, id: id) else { throw Refusal.notFound("Interface") }
        return try InterfaceHandler.reply(context, node, interface)
    }
}
