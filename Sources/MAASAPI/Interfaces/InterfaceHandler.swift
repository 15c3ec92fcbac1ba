import MAASRegion

/// `nodes/{system_id}/interfaces/{id}/`: one interface, by id or by name.
enum InterfaceHandler {
    package static let resource = Resource(
        "nodes/{system_id}/interfaces/{id}/", handler: "InterfaceHandler", tier: .a,
        "Manage an interface of a node.",
        [
            .read("Read an interface", read),
            .update(
                "Update an interface",
                parameters: [
                    "name": "name", "mac_address": "MAC address", "tags": "list parted by commas",
                    "vlan": "VLAN id, empty to disconnect", "mtu": "bytes, 552 or more",
                    "accept_ra": "nullable boolean", "enabled": "nullable boolean", "numa_node": "index",
                    "link_connected": "boolean", "interface_speed": "Mbit/s", "link_speed": "Mbit/s",
                    "parents": "interface ids of bonds and bridges", "parent": "interface id of a VLAN interface",
                    "bond_mode": "bonds", "bond_miimon": "bonds", "bond_downdelay": "bonds", "bond_updelay": "bonds",
                    "bond_lacp_rate": "bonds", "bond_xmit_hash_policy": "bonds", "bond_num_grat_arp": "bonds",
                    "bridge_type": "bridges", "bridge_stp": "bridges", "bridge_fd": "bridges",
                ], update),
            .delete("Delete an interface", delete),
            .post(
                "link_subnet", "Link an interface to a subnet",
                parameters: [
                    "mode": "auto, dhcp, static or link_up", "subnet": "id or specifier",
                    "ip_address": "address for static", "default_gateway": "make its gateway the node's",
                    "force": "drop other links first",
                ], linkSubnet),
            .post("unlink_subnet", "Take a link away", parameters: ["id": "link id"], unlinkSubnet),
            .post("disconnect", "Take all links and the VLAN away", disconnect),
            .post(
                "set_default_gateway", "Make its gateway the node's", parameters: ["link_id": "link id"],
                setDefaultGateway),
            .post("add_tag", "Add a tag", parameters: ["tag": "tag"], addTag),
            .post("remove_tag", "Remove a tag", parameters: ["tag": "tag"], removeTag),
        ])

    private static let changeable: Set<NodeStatus> = [.new, .ready, .failedTesting, .allocated, .broken]

    /// Refuses what the machine's status does not allow, with MAAS's odd wording.
    static func checkState(_ node: Node, _ operation: String, also extra: NodeStatus? = nil) throws {
        if changeable.contains(node.status) || node.status == extra { return }
        throw Refusal.conflict(
            "Cannot \(operation) interface because the machine is not New, Ready, Allocated, or Broken.")
    }

    static func refuseController(_ node: Node, _ operation: String) throws {
        guard node.kind != .machine, node.kind != .device else { return }
        throw Refusal.forbidden("Cannot \(operation) interface on a controller.")
    }

    /// Machines and controllers are an administrator's to change, unless they are locked; devices also their owner's.
    static func requireChange(_ context: Context, _ node: Node) throws {
        let caller = try context.caller()
        if node.kind == .device, node.ownerID == caller.id { return }
        guard caller.may(.editMachines, inPool: node.kind == .machine ? node.poolID : nil), !node.locked else {
            throw Refusal.forbidden()
        }
    }

    /// The interface that the path names. Whatever is missing, MAAS says that the interface is.
    package static func find(_ context: Context) throws -> (Node, Interface) {
        let node = try context.node(as: "Interface")
        let found = try Interface.find(context.db, specifier: context.segment("id"), node: node.id)
        guard let found else { throw Refusal.notFound("Interface") }
        return (node, found)
    }

    /// The interface that the path names, for somebody who may change it.
    static func findForChange(_ context: Context) throws -> (Node, Interface) {
        let (node, interface) = try find(context)
        try requireChange(context, node)
        return (node, interface)
    }

    static func reply(_ context: Context, _ node: Node, _ interface: Interface) throws -> Reply {
        let writer = InterfaceWriter(try InterfaceDetails(context.db, nodes: [node.id]), of: node)
        return Reply.json { writer.write(interface, into: &$0) }
    }

    /// The interface as it is now.
    static func reply(_ context: Context, _ node: Node, id: Int) throws -> Reply {
        guard let interface = try Interface.find(context.db, id: id) else { throw Refusal.notFound("Interface") }
        return try reply(context, node, interface)
    }

    private static func read(_ context: Context) throws -> Reply {
        let (node, interface) = try find(context)
        try node.require(.view, context)
        return try reply(context, node, interface)
    }

    private static func update(_ context: Context) throws -> Reply {
        let (node, interface) = try findForChange(context)
        if node.kind == .machine { try checkState(node, "update interface", also: .deployed) }
        let isController = node.kind != .machine && node.kind != .device
        if isController, interface.type == .vlan {
            throw Refusal.forbidden("Cannot modify VLAN interface on controller.")
        }
        guard interface.type != .unknown else {
            throw Refusal.field("type", "Invalid interface type '\(interface.type.rawValue)'.")
        }
        var form = try InterfaceForm(context, interface.type, node, updating: interface)
        if isController {
            try form.updateOfController()
        } else if node.status == .deployed {
            try form.updateWhileDeployed()
        } else {
            try form.update()
        }
        return try reply(context, node, id: interface.id)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let (node, interface) = try findForChange(context)
        try refuseController(node, "delete interface")
        if node.kind == .machine { try checkState(node, "delete interface") }
        try interface.delete(context.state)
        return .deleted
    }

    private static func disconnect(_ context: Context) throws -> Reply {
        var (node, interface) = try findForChange(context)
        try refuseController(node, "disconnect")
        if node.kind == .machine { try checkState(node, "disconnect") }
        try Link.remove(context.db, try interface.links(context.db))
        interface.vlanID = nil
        try interface.save(context.state)
        // A bond or bridge above may have given the VLAN back: MAAS shows what it just set all the same.
        return try reply(context, node, interface)
    }

    private static func addTag(_ context: Context) throws -> Reply {
        var (node, interface) = try findForChange(context)
        let tag = try context.required("tag")
        if !interface.tags.contains(tag) { interface.tags.append(tag) }
        try Tag.check(items: interface.tags)
        try interface.save(context.state)
        return try reply(context, node, id: interface.id)
    }

    private static func removeTag(_ context: Context) throws -> Reply {
        var (node, interface) = try findForChange(context)
        let tag = try context.required("tag")
        if let index = interface.tags.firstIndex(of: tag) { interface.tags.remove(at: index) }
        try interface.save(context.state)
        return try reply(context, node, id: interface.id)
    }
}
