import SQLite

/// What MAAS knows by a name of its own and describes in a line: zones, resource pools, spaces.
package protocol NamedObject: Entity {
    var name: String { get }
    var description: String { get }
}

extension NamedObject {
    package static func find(_ db: Connection, name: String) throws -> Self? {
        try db.first("SELECT * FROM \(table) WHERE name = ?", name, row: Self.init)
    }

    /// Every one, in the order of a column.
    package static func all(_ db: Connection, by column: String) throws -> [Self] {
        try db.query("SELECT * FROM \(table) ORDER BY \(column)", row: Self.init)
    }

    /// Adds one; answers its id.
    package static func insert(_ db: Connection, name: String, description: String) throws -> Int {
        try db.insert(into: table, ["name": name, "description": description])
    }

    package func update(_ db: Connection, name: String, description: String) throws {
        try db.update(Self.table, id: id, ["name": name, "description": description])
    }
}
