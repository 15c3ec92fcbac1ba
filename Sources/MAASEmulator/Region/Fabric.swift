import Formats
import SQLite

/// A fabric: VLANs that can reach each other. Without a name it is called after its id.
struct Fabric {
    let id: Int
    let name: String
    let description: String
    let classType: String?

    init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"] ?? "fabric-\(id)"
        description = try row["description"]
        classType = try row["class_type"]
    }

    static func all(_ db: Connection) throws -> [Fabric] {
        try db.query("SELECT * FROM fabrics ORDER BY id", row: Fabric.init)
    }

    static func find(_ db: Connection, id: Int) throws -> Fabric? {
        try db.first("SELECT * FROM fabrics WHERE id = ?", id, row: Fabric.init)
    }

    static func find(_ db: Connection, name: String) throws -> Fabric? {
        try db.first("SELECT * FROM fabrics WHERE COALESCE(name, 'fabric-' || id) = ?", name, row: Fabric.init)
    }

    func write(_ db: Connection, into json: inout JSONWriter) throws {
        let vlans = try VLAN.all(db, ofFabric: id)
        try json.object { json in
            json.field("class_type", classType)
            json.field("id", id)
            json.field("name", name)
            try json.array("vlans", of: vlans) { try $1.write(db, into: &$0) }
            json.field("resource_uri", "\(Dispatch.root)fabrics/\(id)/")
        }
    }
}
