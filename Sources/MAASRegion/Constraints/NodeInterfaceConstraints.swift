import SQLite

/// Interface constraints on nodes that exist (MAAS: `nodes_by_interface`).
extension InterfaceConstraints {
    /// The nodes that have an interface for every label, and those interfaces by label and node.
    /// - Parameter some: The only nodes that are of interest, if not all are; of a single one every label is looked up.
    /// - Throws: `Refusal` for values that name nothing or cannot be read.
    package func nodes(
        _ db: Connection, among some: [Int]? = nil
    ) throws -> (nodes: Set<Int>, byLabel: [String: [Int: [Int]]]) {
        var nodes: Set<Int>?
        var byLabel: [String: [Int: [Int]]] = [:]
        for label in labels {
            // Only those stay of interest that have what the labels before ask for; values are checked even when there
            // are none left.
            let left = some?.count == 1 ? some : nodes?.sorted() ?? some
            let specifiers = Specifiers(db: db, interfacesOf: left)
            let found = try specifiers.owners(of: specifiers.ids(.interface, matching: label.constraints))
            byLabel[label.name] = found
            nodes = nodes?.intersection(found.keys) ?? Set(found.keys)
        }
        return (nodes ?? [], byLabel)
    }
}

extension Specifiers {
    /// The nodes that some interfaces are of, and which those are, by id.
    fileprivate func owners(of interfaces: Set<Int>) throws -> [Int: [Int]] {
        let ids = interfaces.ids
        let owners = try db.query(
            """
            SELECT node_id, id FROM interfaces
            WHERE id IN \(ids.list) AND node_id IS NOT NULL ORDER BY id
            """, ids
        ) { (try $0["node_id"] as Int, try $0["id"] as Int) }
        return Dictionary(grouping: owners, by: \.0).mapValues { $0.map(\.1) }
    }
}
