import SQLite

/// Workload annotations of a node, which MAAS also calls owner data.
package enum OwnerData {
    package static func all(_ db: Connection, node: Int) throws -> [String: String] {
        let pairs = try db.query("SELECT key, value FROM node_owner_data WHERE node_id = ?", node) { row in
            (try row["key"] as String, try row["value"] as String)
        }
        return Dictionary(pairs) { $1 }
    }

    /// Sets one annotation; an empty value takes it away.
    package static func set(_ db: Connection, node: Int, key: String, value: String) throws {
        if value.isEmpty {
            try db.execute("DELETE FROM node_owner_data WHERE node_id = ? AND key = ?", node, key)
        } else {
            try db.execute(
                """
                INSERT INTO node_owner_data (node_id, key, value) VALUES (?, ?, ?)
                ON CONFLICT (node_id, key) DO UPDATE SET value = excluded.value
                """, node, key, value)
        }
    }
}
