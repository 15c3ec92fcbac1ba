import SQLite

/// Something that happened to a node.
package struct Event {
    package enum Level: Int, Sendable, CaseIterable, SQLReadable {
        case audit = 0
        case debug = 10
        case info = 20
        case warning = 30
        case error = 40
        case critical = 50

        package var label: String {
            switch self {
            case .audit: "AUDIT"
            case .debug: "DEBUG"
            case .info: "INFO"
            case .warning: "WARNING"
            case .error: "ERROR"
            case .critical: "CRITICAL"
            }
        }
    }

    package let id: Int
    package let systemID: String?
    package let hostname: String
    package let username: String
    package let level: Level
    package let type: String
    package let description: String
    /// What `status_action` shows.
    package let action: String
    package let created: RegionTime

    package init(_ row: Row) throws {
        id = try row["id"]
        systemID = try row["node_system_id"]
        hostname = try row["node_hostname"]
        username = try row["username"]
        level = try row["level"]
        type = try row["type"]
        description = try row["description"]
        action = try row["action"]
        created = try row["created"]
    }

    /// What `status_message` shows: the type, and the description where there is one.
    package var message: String { Self.message(type: type, description: description) }

    static func message(type: String, description: String) -> String {
        description.isEmpty ? type : "\(type) - \(description)"
    }

    /// The newest event of a node at INFO or above.
    package static func newest(_ db: Connection, node: Int) throws -> Event? {
        try db.first(
            "SELECT * FROM events WHERE node_id = ? AND level >= 20 ORDER BY id DESC LIMIT 1", node, row: Event.init)
    }

    /// The latest events of a node, the newest first.
    package static func latest(_ db: Connection, systemID: String, limit: Int) throws -> [Event] {
        try db.query(
            """
            SELECT events.* FROM events JOIN nodes ON nodes.id = node_id
            WHERE system_id = ? ORDER BY events.id DESC LIMIT ?
            """, systemID, limit, row: Event.init)
    }

    /// Records an event of a node.
    package static func record(
        _ state: RegionState, _ node: Node, _ type: String, _ description: String = "", level: Level = .info,
        user: User? = nil, action: String = ""
    ) throws {
        try state.db.insert(
            into: "events",
            [
                "node_id": node.id, "node_system_id": node.systemID, "node_hostname": node.hostname,
                "username": user?.username ?? "unknown", "level": level.rawValue, "type": type,
                "description": description, "action": action, "created": try state.now,
            ])
    }
}
