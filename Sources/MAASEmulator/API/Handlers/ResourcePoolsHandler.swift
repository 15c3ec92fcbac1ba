/// `resourcepools/` and `resourcepool/{id}/`.
enum ResourcePoolsHandler {
    static let resources = [
        Resource(
            "resourcepools/", handler: "ResourcePoolsHandler", tier: .a, "Manage resource pools.",
            [.read("List resource pools", list)]),
        Resource(
            "resourcepool/{id}/", handler: "ResourcePoolHandler", tier: .a, "Manage a resource pool.",
            [.read("Read a resource pool", read)]),
    ]

    @Sendable private static func list(_ context: Context) throws -> Reply {
        let pools = try ResourcePool.all(context.db)
        return Reply.json { json in json.array(of: pools) { $1.write(into: &$0) } }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        guard let pool = try ResourcePool.find(context.db, specifier: context.segment("id")) else {
            throw APIError.notFound("ResourcePool")
        }
        return Reply.json { pool.write(into: &$0) }
    }
}
