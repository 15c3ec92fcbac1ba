import Formats
import SQLite

/// A NUMA node of a machine; node 0 always exists.
package struct NUMANode {
    package let index: Int
    /// MiB
    package let memory: Int
    package let cores: [Int]

    package init(_ row: Row) throws {
        index = try row["node_index"]
        memory = try row["memory"]
        cores = try JSONValue(column: "cores", of: row).integers
    }

    package static func all(_ db: Connection, node: Int) throws -> [NUMANode] {
        try db.query("SELECT * FROM numa_nodes WHERE node_id = ? ORDER BY node_index", node, row: NUMANode.init)
    }

    /// How many cores a node lists; a machine may claim more, and MAAS runs out of memory over them.
    static let mostCores = 1 << 16

    private static let ofNodes = ListSQL { list in
        "SELECT * FROM numa_nodes WHERE node_id IN \(list("?1")) ORDER BY node_index"
    }

    /// Those of several nodes by the nodes' ids, each in order.
    static func all(_ db: Connection, nodes: [Int]) throws -> [Int: [NUMANode]] {
        let ids = nodes.ids
        let rows = try db.query(
            Self.ofNodes[ids], ids
        ) { row in (node: try row["node_id"] as Int, numa: try NUMANode(row)) }
        return Dictionary(grouping: rows, by: \.node).mapValues { $0.map(\.numa) }
    }

    /// Makes node 0 with all of a machine's cores and memory.
    package static func replace(_ db: Connection, node: Int, cores: Int, memory: Int) throws {
        try db.execute("DELETE FROM numa_nodes WHERE node_id = ?", node)
        try add(db, node: node, cores: cores, memory: memory)
    }

    /// Makes node 0 of a new machine, with all of its cores and memory.
    package static func add(_ db: Connection, node: Int, cores: Int, memory: Int) throws {
        try db.insert(
            into: "numa_nodes",
            [
                "node_id": node, "node_index": 0, "memory": memory,
                "cores": JSONValue.array((0..<min(max(0, cores), mostCores)).map { .integer($0) }).text,
            ])
    }

    /// Makes the nodes that a machine has said it has.
    package static func replace(_ db: Connection, node: Int, with nodes: [HardwareFacts.NUMA]) throws {
        try db.execute("DELETE FROM numa_nodes WHERE node_id = ?", node)
        for numa in nodes {
            try db.insert(
                into: "numa_nodes",
                [
                    "node_id": node, "node_index": numa.index, "memory": numa.memory,
                    "cores": JSONValue.array(numa.cores.map { .integer($0) }).text,
                ])
        }
    }

    /// Whether a machine has a NUMA node of a number.
    package static func exists(_ db: Connection, node: Int, index: Int) throws -> Bool {
        try db.scalar("SELECT 1 FROM numa_nodes WHERE node_id = ? AND node_index = ?", node, index) ?? false
    }
}
