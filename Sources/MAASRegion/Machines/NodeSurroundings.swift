import SQLite

/// What a node belongs to, and what happened to it last.
package struct NodeSurroundings {
    /// The system id of the node that it is a part of.
    package private(set) var parent: String?
    /// The VM host that it was composed on.
    package private(set) var vmHost: (id: Int, name: String)?
    package private(set) var virtualMachineID: Int?
    /// The newest event at INFO or above.
    package private(set) var event: (message: String, action: String)?

    init() {}

    private init(_ row: Row) throws {
        parent = try row["parent"]
        virtualMachineID = try row["virtual_machine_id"]
        if let id: Int = try row["vm_host_id"] { vmHost = (id, try row["vm_host_name"]) }
        if let type: String = try row["event_type"] {
            event = (Event.message(type: type, description: try row["event_description"]), try row["event_action"])
        }
    }

    private static let ofNodes = ListSQL { list in
        """
        SELECT nodes.id AS id, parents.system_id AS parent, vm_hosts.id AS vm_host_id, vm_hosts.name AS vm_host_name,
            (SELECT id FROM virtual_machines WHERE machine_id = nodes.id) AS virtual_machine_id,
            events.type AS event_type, events.description AS event_description, events.action AS event_action
        FROM nodes
        LEFT JOIN nodes AS parents ON parents.id = nodes.parent_id
        LEFT JOIN vm_hosts ON vm_hosts.id = nodes.bmc_id
        LEFT JOIN events ON events.id = (
            SELECT newest.id FROM events AS newest WHERE newest.node_id = nodes.id AND newest.level >= 20
            ORDER BY newest.id DESC LIMIT 1)
        WHERE nodes.id IN \(list("?1"))
        """
    }

    /// By the nodes' ids.
    static func all(_ db: Connection, nodes: [Int]) throws -> [Int: NodeSurroundings] {
        let ids = nodes.ids
        let rows = try db.query(
            Self.ofNodes[ids], ids
        ) { row in (id: try row["id"] as Int, surroundings: try NodeSurroundings(row)) }
        return Dictionary(rows.map { ($0.id, $0.surroundings) }) { first, _ in first }
    }
}
