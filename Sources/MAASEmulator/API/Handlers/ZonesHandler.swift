/// `zones/`: availability zones, keyed by name.
enum ZonesHandler {
    static let resources = [
        Resource(
            "zones/", handler: "ZonesHandler", tier: .a, "Manage physical zones.", [.read("List zones", list)]),
        Resource(
            "zones/{name}/", handler: "ZoneHandler", tier: .a, "Manage a physical zone.",
            [.read("Read a zone", read)]),
    ]

    @Sendable private static func list(_ context: Context) throws -> Reply {
        let zones = try Zone.all(context.db)
        return Reply.json { json in json.array(of: zones) { $1.write(into: &$0) } }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        guard let zone = try Zone.find(context.db, name: context.segment("name")) else {
            throw APIError.notFound("Zone")
        }
        return Reply.json { zone.write(into: &$0) }
    }
}
