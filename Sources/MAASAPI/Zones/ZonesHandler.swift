import MAASRegion

/// `zones/`: availability zones, keyed by name (MAAS: `api/zones.py`).
enum ZonesHandler {
    package static let resources = [
        Resource(
            "zones/", handler: "ZonesHandler", tier: .a, "Manage physical zones.",
            [
                .read("List zones", list),
                .create("Create a zone", parameters: parameters, access: .admin, create),
            ]),
        Resource(
            "zones/{name}/", handler: "ZoneHandler", tier: .a, "Manage a physical zone.",
            [
                .read("Read a zone", read),
                .update("Change a zone", parameters: parameters, access: .admin, update),
                .delete("Delete a zone; its nodes move to the default zone", access: .admin, delete),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "name": "Name, unique: letters, digits, blanks, hyphens and underscores",
        "description": "A line about it",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let zones = try Zone.all(context.db)
        return Reply.json { json in json.array(of: zones) { $1.write(into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let zone = try find(context)
        return Reply.json { zone.write(into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply { try save(context, nil) }

    private static func update(_ context: Context) throws -> Reply { try save(context, find(context)) }

    /// Deleting what is not there succeeds.
    private static func delete(_ context: Context) throws -> Reply {
        try Zone.find(context.db, name: context.segment("name"))?.remove(context.db)
        return .deleted
    }

    private static func find(_ context: Context) throws -> Zone {
        guard let zone = try Zone.find(context.db, name: context.segment("name")) else {
            throw Refusal.notFound("Zone")
        }
        return zone
    }

    private static func save(_ context: Context, _ existing: Zone?) throws -> Reply {
        let zone = try NamedObjectForm(context, of: existing, label: "Physical zone").save(context.db)
        return Reply.json { zone.write(into: &$0) }
    }
}
