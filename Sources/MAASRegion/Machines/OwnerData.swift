import SQLite

/// Workload annotations of a node, which MAAS also calls owner data.
package enum OwnerData {
    /// Sets one annotation. An empty value takes it away, whatever its name looks like: only names that are kept are
    /// looked at.
    package static func set(_ db: Connection, node: Int, key: String, value: String) throws {
        guard !value.isEmpty else {
            try db.execute("DELETE FROM node_owner_data WHERE node_id = ? AND key = ?", node, key)
            return
        }
        guard !key.isEmpty, key.allSatisfy({ $0.isWordCharacter || $0 == "-" || $0 == "." }) else {
            throw Refusal.unexpected("Invalid character in key name")
        }
        let length = key.unicodeScalars.count
        if length > 255 {
            throw Refusal.field(
                "key", "Ensure this value has at most 255 characters (it has \(length)).", by: .model)
        }
        try db.execute(
            """
            INSERT INTO node_owner_data (node_id, key, value) VALUES (?, ?, ?)
            ON CONFLICT (node_id, key) DO UPDATE SET value = excluded.value
            """, node, key, value)
    }
}
