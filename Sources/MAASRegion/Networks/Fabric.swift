import Formats
import SQLite

/// A fabric: VLANs that can reach each other. Without a name it is called after its id.
package struct Fabric {
    package let id: Int
    package let name: String
    package let description: String
    package let classType: String?

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"] ?? "fabric-\(id)"
        description = try row["description"]
        classType = try row["class_type"]
    }

    package static func all(_ db: Connection) throws -> [Fabric] {
        try db.query("SELECT * FROM fabrics ORDER BY id", row: Fabric.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> Fabric? {
        try db.first("SELECT * FROM fabrics WHERE id = ?", id, row: Fabric.init)
    }

    package static func find(_ db: Connection, name: String) throws -> Fabric? {
        try db.first("SELECT * FROM fabrics WHERE COALESCE(name, 'fabric-' || id) = ?", name, row: Fabric.init)
    }
}
