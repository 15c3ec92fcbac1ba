import MAASRegion

/// `ipranges/`: dynamic and reserved ranges (MAAS: `api/ipranges.py`).
enum IPRangesHandler {
    package static let resources = [
        Resource(
            "ipranges/", handler: "IPRangesHandler", tier: .a, "Manage IP ranges.",
            [.read("List IP ranges", list), .create("Create an IP range", parameters: parameters, create)]),
        Resource(
            "ipranges/{id}/", handler: "IPRangeHandler", tier: .a, "Manage an IP range.",
            [
                .read("Read an IP range", read),
                .update("Update an IP range", parameters: parameters, update)
                    .reading(["user": "name of the user it belongs to"], in: .all),
                .delete("Delete an IP range", delete),
            ]),
    ]

    private static let parameters: KeyValuePairs<String, String> = [
        "type": "dynamic or reserved", "start_ip": "first address", "end_ip": "last address",
        "subnet": "subnet id, found by the address without it", "comment": "a line about it",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let ranges = try IPRange.all(context.db)
        let networks = try NetworkSet(context.db, subnets: ranges.map(\.subnetID))
        let users = try User.all(context.db, ids: ranges.compactMap(\.userID))
        return Reply.json { json in json.array(of: ranges) { $1.write(networks, users, into: &$0) } }
    }

    private static func find(_ context: Context, toChange: Bool = false) throws -> IPRange {
        let range = try Specifiers(db: context.db).one(.ipRange, context.segment("id"), find: IPRange.find)
        if toChange, !context.isAdmin, range.userID != context.user?.id {
            throw Refusal.forbidden("Unable to modify IP range. You don't own the IP range.")
        }
        return range
    }

    private static func reply(_ context: Context, id: Int) throws -> Reply {
        let range = try IPRange.get(context.db, id: id)
        let networks = try NetworkSet(context.db, subnets: [range.subnetID])
        let users = try User.all(context.db, ids: [range.userID].compactMap(\.self))
        return Reply.json { range.write(networks, users, into: &$0) }
    }

    private static func read(_ context: Context) throws -> Reply {
        try reply(context, id: find(context).id)
    }

    private static func create(_ context: Context) throws -> Reply {
        if context.form["type"] == "dynamic", !context.isAdmin {
            throw Refusal.forbidden("Unable to create dynamic IP range. You don't have sufficient privileges.")
        }
        let id = try IPRange.insert(context.db, IPRangeForm(context, nil).values)
        return try reply(context, id: id)
    }

    private static func update(_ context: Context) throws -> Reply {
        let range = try find(context, toChange: true)
        try range.update(context.db, IPRangeForm(context, range).values)
        return try reply(context, id: range.id)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let range = try find(context, toChange: true)
        try range.delete(context.db)
        return .deleted
    }
}
