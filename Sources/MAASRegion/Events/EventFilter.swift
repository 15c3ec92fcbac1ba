import SQLite

/// Which events of nodes are asked for: of which nodes, how grave, by whom, and from where on.
package struct EventFilter {
    /// A page's end that is known.
    package enum Page {
        case newest
        /// Older than this id.
        case before(Int)
        /// Newer than this id.
        case after(Int)
    }

    /// Each empty for all nodes.
    package var hostnames: [String] = []
    package var systemIDs: [String] = []
    package var macAddresses: [String] = []
    package var domains: [String] = []
    package var zone: String?
    package var pool: String?
    package var agentName: String?
    /// The user who brought them about.
    package var username: String?
    /// This grave or graver; audit events stand for themselves.
    package var level = Event.Level.info
    package var page = Page.newest

    package init() {}

    /// The events that a user may see, newest first.
    package func events(_ db: Connection, for caller: User, limit: Int) throws -> [Event] {
        var conditions = ["node_type <> \(Node.Kind.device.rawValue)"]
        var arguments: [(any SQLBindable)?] = []
        func require(_ sql: String, _ values: [String]) {
            guard !values.isEmpty else { return }
            let list = "(" + repeatElement("?", count: values.count).joined(separator: ", ") + ")"
            conditions.append(sql.replacing("@", with: list))
            arguments += values
        }
        require("nodes.hostname IN @", hostnames)
        require("nodes.system_id IN @", systemIDs)
        require("nodes.id IN (SELECT node_id FROM interfaces WHERE mac_address IN @)", macAddresses)
        require("nodes.domain_id IN (SELECT id FROM domains WHERE name IN @)", domains)
        require("nodes.zone_id IN (SELECT id FROM zones WHERE name IN @)", zone.map { [$0] } ?? [])
        require("nodes.pool_id IN (SELECT id FROM resource_pools WHERE name IN @)", pool.map { [$0] } ?? [])
        require("nodes.agent_name IN @", agentName.map { [$0] } ?? [])
        require("events.username IN @", username.map { [$0] } ?? [])
        if !caller.isSuperuser {
            conditions.append(
                "((nodes.owner_id IS NULL AND node_type = \(Node.Kind.machine.rawValue)) OR nodes.owner_id = ?)")
            arguments.append(caller.id)
        }
        conditions.append(level == .audit ? "level = ?" : "level >= ?")
        arguments.append(level.rawValue)
        var order = "DESC"
        switch page {
        case .newest: break
        case .before(let id):
            conditions.append("events.id < ?")
            arguments.append(id)
        case .after(let id):
            conditions.append("events.id > ?")
            arguments.append(id)
            order = "ASC"
        }
        let events = try db.query(
            """
            SELECT events.* FROM events JOIN nodes ON nodes.id = events.node_id
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY events.id \(order) LIMIT ?
            """, arguments: arguments + [limit], row: Event.init)
        return order == "ASC" ? events.reversed() : events
    }
}
