import MAASRegion

/// `subnets/`: subnets, keyed by id, network, name or specifier (MAAS: `api/subnets.py`).
enum SubnetsHandler {
    package static let resources = [
        Resource(
            "subnets/", handler: "SubnetsHandler", tier: .a, "Manage subnets.",
            [
                .read("List subnets", list),
                .create("Create a subnet", parameters: parameters, access: .admin, create),
            ]),
        Resource(
            "subnets/{cidr}/", handler: "SubnetHandler", tier: .a, "Manage a subnet.",
            [
                .read("Read a subnet", read),
                .update("Update a subnet", parameters: parameters, update),
                .delete(
                    "Delete a subnet", parameters: ["force": "also when nodes have addresses in it"], delete),
                .get("reserved_ip_ranges", "List what is taken", SubnetUsageHandler.reserved),
                .get("unreserved_ip_ranges", "List what is free", SubnetUsageHandler.unreserved),
                .get(
                    "statistics", "Count what is taken and free",
                    parameters: ["include_ranges": "boolean", "include_suggestions": "boolean"],
                    SubnetUsageHandler.statistics),
                .get(
                    "ip_addresses", "List the addresses and who has them",
                    parameters: [
                        "with_username": "boolean", "with_summary": "boolean", "with_node_summary": "boolean",
                    ],
                    SubnetUsageHandler.addresses),
            ]),
    ]

    private static let parameters: KeyValuePairs<String, String> = [
        "cidr": "network and prefix length", "name": "name, the network without it",
        "description": "a line about it", "vlan": "VLAN id", "fabric": "fabric id", "vid": "VID in that fabric",
        "gateway_ip": "address", "dns_servers": "addresses, parted by blanks or commas", "rdns_mode": "0, 1 or 2",
        "allow_dns": "boolean", "allow_proxy": "boolean", "active_discovery": "boolean", "managed": "boolean",
        "disabled_boot_architectures": "names, parted by blanks or commas",
        "space": "refused: VLANs are in spaces",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let subnets = try Subnet.all(context.db)
        let networks = try NetworkSet(context.db, of: subnets)
        return Reply.json { json in json.array(of: subnets) { $1.write(networks, into: &$0) } }
    }

    /// The subnet that the path names.
    package static func find(_ context: Context) throws -> Subnet {
        try Specifiers(db: context.db).one(.subnet, context.segment("cidr"), find: Subnet.find)
    }

    private static func reply(_ context: Context, id: Int, noGateway: String? = nil) throws -> Reply {
        let subnet = try Subnet.get(context.db, id: id)
        return try Reply.json { try subnet.write(context.db, into: &$0, noGateway: noGateway) }
    }

    private static func read(_ context: Context) throws -> Reply {
        try reply(context, id: find(context).id)
    }

    private static func create(_ context: Context) throws -> Reply {
        var form = try SubnetForm(context, nil)
        return try reply(context, id: form.create(), noGateway: "")
    }

    private static func update(_ context: Context) throws -> Reply {
        let subnet = try find(context)
        try context.requireAdmin()
        var form = try SubnetForm(context, subnet)
        try form.update(subnet)
        return try reply(context, id: subnet.id, noGateway: "")
    }

    private static func delete(_ context: Context) throws -> Reply {
        let subnet = try find(context)
        try context.requireAdmin()
        let isGuarded = context.version.has(.usedSubnetsKept)
        let force = try isGuarded ? Form(context.query).strictFlag("force", default: false) : true
        try subnet.remove(context.db, force: force)
        return .deleted
    }
}
