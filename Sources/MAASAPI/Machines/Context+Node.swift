import MAASRegion

extension Context {
    /// The node that the path names, when it is of one of some kinds.
    /// - Parameter model: MAAS's class for them, as the refusal names it.
    func node(_ kinds: Node.Kind..., as model: String) throws -> Node {
        try node(kinds, as: model)
    }

    /// The node that the path names, when it is of one of some kinds; of any, for none.
    func node(_ kinds: [Node.Kind], as model: String) throws -> Node {
        guard let node = try Node.find(db, systemID: segment("system_id")), kinds.isEmpty || kinds.contains(node.kind)
        else { throw Refusal.notFound(model) }
        return node
    }
}
