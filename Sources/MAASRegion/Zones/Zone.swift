import Formats
import SQLite

/// An availability zone. The default one has id 1 whatever it is called.
package struct Zone: NamedObject {
    package static let table = "zones"
    package static let model = "Zone"
    package static let defaultID = 1

    package let id: Int
    package let name: String
    package let description: String

    package init(_ row: Row) throws {
        self.init(id: try row["id"], name: try row["name"], description: try row["description"])
    }

    init(id: Int, name: String, description: String) {
        self.id = id
        self.name = name
        self.description = description
    }

    /// Every zone, by name.
    package static func all(_ db: Connection) throws -> [Zone] {
        try all(db, by: "name")
    }

    /// Deletes a zone; what is in it moves to the default zone.
    /// - Throws: `Refusal` for the default zone.
    package func remove(_ db: Connection) throws {
        guard id != Self.defaultID else {
            throw Refusal.invalid("This zone is the default zone, it cannot be deleted.")
        }
        for table in ["nodes", "vm_hosts", "vm_clusters"] {
            try db.execute("UPDATE \(table) SET zone_id = ? WHERE zone_id = ?", Self.defaultID, id)
        }
        try delete(db)
    }
}
