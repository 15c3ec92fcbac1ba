import Formats
import SQLite

/// A resource pool. The default one has id 0 whatever it is called.
package struct ResourcePool: NamedObject {
    package static let table = "resource_pools"
    package static let model = "ResourcePool"
    package static let defaultID = 0

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

    /// Every pool, by name.
    package static func all(_ db: Connection) throws -> [ResourcePool] {
        try all(db, by: "name")
    }

    /// Deletes a pool that nothing is in.
    /// - Throws: `Refusal` for the default pool and for one with machines or hosts.
    package func remove(_ db: Connection) throws {
        guard id != Self.defaultID else {
            throw Refusal.invalid("This is the default pool, it cannot be deleted.")
        }
        guard try count(db, in: "nodes") == 0 else {
            throw Refusal.invalid("Pool has machines in it, it cannot be deleted.")
        }
        guard try count(db, in: "vm_hosts") + count(db, in: "vm_clusters") == 0 else {
            throw Refusal.unexpected(
                "Cannot delete some instances of model 'ResourcePool' because they are referenced through protected "
                    + "foreign keys: 'BMC.pool'.")
        }
        try delete(db)
    }

    private func count(_ db: Connection, in table: String) throws -> Int {
        try db.scalar("SELECT COUNT(*) FROM \(table) WHERE pool_id = ?", id) ?? 0
    }
}
