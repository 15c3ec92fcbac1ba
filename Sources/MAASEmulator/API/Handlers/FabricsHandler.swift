/// `fabrics/`: fabrics with their VLANs.
enum FabricsHandler {
    static let resources = [
        Resource("fabrics/", handler: "FabricsHandler", tier: .a, "Manage fabrics.", [.read("List fabrics", list)]),
        Resource(
            "fabrics/{id}/", handler: "FabricHandler", tier: .a, "Manage a fabric.", [.read("Read a fabric", read)]),
    ]

    @Sendable private static func list(_ context: Context) throws -> Reply {
        let fabrics = try Fabric.all(context.db)
        return try Reply.json { json in try json.array(of: fabrics) { try $1.write(context.db, into: &$0) } }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        let specifier = context.segment("id")
        let found =
            try Int(specifier).map { try Fabric.find(context.db, id: $0) } ?? Fabric.find(context.db, name: specifier)
        guard let fabric = found else { throw APIError.notFound("Fabric") }
        return try Reply.json { try fabric.write(context.db, into: &$0) }
    }
}
