/// `nodes/{system_id}/interfaces/`: the network interfaces of a node.
enum InterfacesHandler {
    static let resources = [
        Resource(
            "nodes/{system_id}/interfaces/", handler: "InterfacesHandler", tier: .a,
            "Manage the interfaces of a node.", [.read("List interfaces", list)]),
        Resource(
            "nodes/{system_id}/interfaces/{id}/", handler: "InterfaceHandler", tier: .a,
            "Manage an interface of a node.", [.read("Read an interface", read)]),
    ]

    @Sendable private static func list(_ context: Context) throws -> Reply {
        guard let node = try Node.find(context.db, systemID: context.segment("system_id")) else {
            throw APIError.notFound("Node")
        }
        guard node.isVisible(to: try context.caller()) else { throw APIError.forbidden }
        let interfaces = try Interface.all(context.db, node: node.id)
        let writer = InterfaceWriter(context.db, systemID: node.systemID, of: interfaces)
        return try Reply.json { json in try json.array(of: interfaces) { try writer.write($1, into: &$0) } }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        let (node, interface) = try find(context)
        guard node.isVisible(to: try context.caller()) else { throw APIError.forbidden }
        let writer = InterfaceWriter(
            context.db, systemID: node.systemID, of: try Interface.all(context.db, node: node.id))
        return try Reply.json { try writer.write(interface, into: &$0) }
    }

    /// The interface that the path names by id or by name. Whatever is missing, MAAS says that the interface is.
    private static func find(_ context: Context) throws -> (Node, Interface) {
        guard let node = try Node.find(context.db, systemID: context.segment("system_id")) else {
            throw APIError.notFound("Interface")
        }
        let specifier = context.segment("id")
        let found = try Interface.all(context.db, node: node.id).first {
            $0.name == specifier || String($0.id) == specifier
        }
        guard let found else { throw APIError.notFound("Interface") }
        return (node, found)
    }
}
