import MAASRegion

/// `dhcp-snippets/`: configuration of the DHCP server (MAAS: `api/dhcpsnippets.py`). It is kept and not applied.
enum DHCPSnippetsHandler {
    package static let resources = [
        Resource(
            "dhcp-snippets/", handler: "DHCPSnippetsHandler", tier: .c, "Manage DHCP snippets.",
            [
                .read("List DHCP snippets", list),
                .create("Add a DHCP snippet", parameters: parameters, access: .admin, create),
            ]),
        Resource(
            "dhcp-snippets/{id}/", handler: "DHCPSnippetHandler", tier: .c, "Manage a DHCP snippet.",
            [
                .read("Read a DHCP snippet", read),
                .update("Change a DHCP snippet", parameters: parameters, access: .admin, update),
                .delete("Delete a DHCP snippet", access: .admin, delete),
                .post(
                    "revert", "Return to an older value",
                    parameters: ["to": "Id of a version, or how many to go back as a negative number"],
                    access: .admin, revert),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "name": "Name", "value": "Text for dhcpd.conf", "description": "A line about it",
        "enabled": "Whether it is used", "node": "System id or host name", "subnet": "Subnet it is for",
        "iprange": "Range in the subnet", "global_snippet": "For every subnet",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let all = try DHCPSnippet.all(context.db)
        let versions = try DHCPSnippet.versions(context.db, of: all)
        let networks = try NetworkSet(context.db, subnets: all.compactMap(\.subnetID))
        return try Reply.json { json in
            try json.array(of: all) { try $1.write(context.state, versions[$1.id] ?? [], networks, into: &$0) }
        }
    }

    private static func read(_ context: Context) throws -> Reply {
        try reply(context, try find(context).id)
    }

    private static func create(_ context: Context) throws -> Reply {
        var form = try DHCPSnippetForm(context, nil)
        return try reply(context, try form.save())
    }

    private static func update(_ context: Context) throws -> Reply {
        var form = try DHCPSnippetForm(context, try find(context))
        return try reply(context, try form.save())
    }

    private static func delete(_ context: Context) throws -> Reply {
        try find(context).delete(context.db)
        return .deleted
    }

    private static func revert(_ context: Context) throws -> Reply {
        guard let text = context.form["to"] else { throw Refusal.invalid("You must specify where to revert to") }
        guard let to = Int(python: text) else { throw Refusal.invalid("\(text) is an invalid 'to' value") }
        let snippet = try find(context)
        try snippet.revert(context.db, to: to)
        return try reply(context, snippet.id)
    }

    private static func reply(_ context: Context, _ id: Int) throws -> Reply {
        let snippet = try DHCPSnippet.get(context.db, id: id)
        return try Reply.json { try snippet.write(context.state, into: &$0) }
    }

    /// By id or by name; a name may be borne by several.
    private static func find(_ context: Context) throws -> DHCPSnippet {
        try Specifiers(db: context.db).one(.dhcpSnippet, context.segment("id"), find: DHCPSnippet.find)
    }
}
