import SQLite

/// An availability zone. The default one has id 1 whatever it is called.
struct Zone {
    static let defaultID = 1

    let id: Int
    let name: String
    let description: String

    init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        description = try row["description"]
    }

    /// Every zone, by name.
    static func all(_ db: Connection) throws -> [Zone] {
        try db.query("SELECT * FROM zones ORDER BY name", row: Zone.init)
    }

    static func find(_ db: Connection, id: Int) throws -> Zone? {
        try db.first("SELECT * FROM zones WHERE id = ?", id, row: Zone.init)
    }

    static func find(_ db: Connection, name: String) throws -> Zone? {
        try db.first("SELECT * FROM zones WHERE name = ?", name, row: Zone.init)
    }

    func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.field("description", description)
            json.field("id", id)
            json.field("resource_uri", "\(Dispatch.root)zones/\(name)/")
        }
    }
}
