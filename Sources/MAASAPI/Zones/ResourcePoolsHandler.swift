import MAASRegion

/// `resourcepools/` and `resourcepool/{id}/` (MAAS: `api/resourcepools.py`).
enum ResourcePoolsHandler {
    package static let resources = [
        Resource(
            "resourcepools/", handler: "ResourcePoolsHandler", tier: .a, "Manage resource pools.",
            [
                .read("List resource pools", list),
                .create("Create a resource pool", parameters: parameters, create),
            ]),
        Resource(
            "resourcepool/{id}/", handler: "ResourcePoolHandler", tier: .a, "Manage a resource pool.",
            [
                .read("Read a resource pool", read),
                .update("Change a resource pool", parameters: parameters, update),
                .delete("Delete a resource pool without machines", delete),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "name": "Name, unique: letters, digits, blanks, hyphens and underscores",
        "description": "A line about it",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let pools = try ResourcePool.all(context.db)
        return Reply.json { json in json.array(of: pools) { $1.write(into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let pool = try find(context)
        return Reply.json { pool.write(into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        try context.require(.editMachines)
        return try save(context, nil)
    }

    private static func update(_ context: Context) throws -> Reply {
        let pool = try find(context)
        try context.require(.editMachines, inPool: pool.id)
        return try save(context, pool)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let pool = try find(context)
        try context.require(.editMachines)
        try pool.remove(context.db)
        return .deleted
    }

    private static func find(_ context: Context) throws -> ResourcePool {
        try Specifiers(db: context.db).one(.resourcePool, context.segment("id"), find: ResourcePool.find)
    }

    private static func save(_ context: Context, _ existing: ResourcePool?) throws -> Reply {
        let pool = try NamedObjectForm(context, of: existing, label: "Resource pool").save(context.db)
        return Reply.json { pool.write(into: &$0) }
    }
}
