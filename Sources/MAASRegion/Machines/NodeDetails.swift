import SQLite

/// Any number of nodes with what is shown beside their own rows, read with the same few statements.
package struct NodeDetails {
    package let interfaces: InterfaceDetails
    private let surroundings: [Int: NodeSurroundings]
    private let places: NodePlaces
    private let labels: NodeLabels
    private let scripts: [Int: ScriptStatuses]
    private let storage: [Int: NodeStorage]
    private let numaNodes: [Int: [NUMANode]]

    /// Reads everything about these nodes; disks and NUMA nodes only of machines.
    package init(_ db: Connection, _ nodes: [Node]) throws {
        let ids = nodes.map(\.id)
        let machines = nodes.filter { $0.kind == .machine }
        interfaces = try InterfaceDetails(db, nodes: ids)
        surroundings = try NodeSurroundings.all(db, nodes: ids)
        places = try NodePlaces(db, of: nodes)
        labels = try NodeLabels(db, nodes: ids)
        scripts = try nodes.allSatisfy { $0.kind == .device } ? [:] : ScriptStatuses.all(db, nodes: ids)
        storage = try machines.isEmpty ? [:] : NodeStorage.all(db, nodes: machines)
        numaNodes = try machines.isEmpty ? [:] : NUMANode.all(db, nodes: machines.map(\.id))
    }

    package func surroundings(of node: Node) -> NodeSurroundings { surroundings[node.id] ?? NodeSurroundings() }
    package func domain(of node: Node) -> Domain? { places.domains[node.domainID] }
    package func zone(of node: Node) -> Zone? { places.zones[node.zoneID] }
    package func pool(of node: Node) -> ResourcePool? { node.poolID.flatMap { places.pools[$0] } }
    /// By name.
    package func tags(of node: Node) -> [String] { labels.tags[node.id] ?? [] }
    /// Workload annotations.
    package func annotations(of node: Node) -> [String: String] { labels.annotations[node.id] ?? [:] }
    package func scripts(of node: Node) -> ScriptStatuses { scripts[node.id] ?? ScriptStatuses() }
    /// - Returns: `nil` for what is no machine.
    package func storage(of node: Node) -> NodeStorage? { storage[node.id] }
    /// By index.
    package func numaNodes(of node: Node) -> [NUMANode] { numaNodes[node.id] ?? [] }
}

/// The tags and workload annotations of nodes.
private struct NodeLabels {
    private(set) var tags: [Int: [String]] = [:]
    private(set) var annotations: [Int: [String: String]] = [:]

    private static let ofNodes = ListSQL { list in
        """
        SELECT node_id, name, NULL AS value FROM node_tags JOIN tags ON tags.id = tag_id
        WHERE node_id IN \(list("?1"))
        UNION ALL
        SELECT node_id, key, value FROM node_owner_data WHERE node_id IN \(list("?1"))
        ORDER BY name
        """
    }

    init(_ db: Connection, nodes: [Int]) throws {
        let ids = nodes.ids
        let rows = try db.query(
            Self.ofNodes[ids], ids
        ) { row in
            (node: try row["node_id"] as Int, name: try row["name"] as String, value: try row["value"] as String?)
        }
        for row in rows {
            if let value = row.value {
                annotations[row.node, default: [:]][row.name] = value
            } else {
                tags[row.node, default: []].append(row.name)
            }
        }
    }
}
