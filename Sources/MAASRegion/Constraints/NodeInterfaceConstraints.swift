import SQLite

/// Interface constraints on nodes that exist (MAAS: `nodes_by_interface`).
extension InterfaceConstraints {
    /// The nodes that have an interface for every label, and those interfaces by label and node.
    /// - Throws: `Refusal` for values that name nothing or cannot be read.
    package func nodes(_ db: Connection) throws -> (nodes: Set<Int>, byLabel: [String: [Int: [Int]]]) {
        var nodes: Set<Int>?
        var byLabel: [String: [Int: [Int]]] = [:]
        let owners = try Dictionary(
            uniqueKeysWithValues: db.query("SELECT id, node_id FROM interfaces WHERE node_id IS NOT NULL") {
                (try $0["id"] as Int, try $0["node_id"] as Int)
            })
        for label in labels {
            var found: [Int: [Int]] = [:]
            for interface in try Specifiers(db: db).ids(.interface, matching: label.constraints).sorted() {
                if let node = owners[interface] { found[node, default: []].append(interface) }
            }
            byLabel[label.name] = found
            nodes = nodes?.intersection(found.keys) ?? Set(found.keys)
        }
        return (nodes ?? [], byLabel)
    }
}
