/// `subnets/`: subnets, keyed by id, network or name.
enum SubnetsHandler {
    static let resources = [
        Resource("subnets/", handler: "SubnetsHandler", tier: .a, "Manage subnets.", [.read("List subnets", list)]),
        Resource(
            "subnets/{cidr}/", handler: "SubnetHandler", tier: .a, "Manage a subnet.", [.read("Read a subnet", read)]),
    ]

    @Sendable private static func list(_ context: Context) throws -> Reply {
        let subnets = try Subnet.all(context.db)
        return try Reply.json { json in try json.array(of: subnets) { try $1.write(context.db, into: &$0) } }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        let specifier = context.segment("cidr")
        let found =
            try Int(specifier).map { try Subnet.find(context.db, id: $0) }
            ?? Subnet.find(context.db, cidr: specifier) ?? Subnet.all(context.db, name: specifier).first
        guard let subnet = found else { throw APIError.notFound("Subnet") }
        return try Reply.json { try subnet.write(context.db, into: &$0) }
    }
}
