import SQLite

/// What MAAS knows by a name of its own and describes in a line: zones, resource pools, spaces.
package protocol NamedObject {
    static var table: String { get }
    /// The class as MAAS's 404 names it.
    static var model: String { get }
    var id: Int { get }
    var name: String { get }
    var description: String { get }
    init(_ row: Row) throws
}

extension NamedObject {
    package static func find(_ db: Connection, id: Int) throws -> Self? {
        try db.first("SELECT * FROM \(table) WHERE id = ?", id, row: Self.init)
    }

    package static func find(_ db: Connection, name: String) throws -> Self? {
        try db.first("SELECT * FROM \(table) WHERE name = ?", name, row: Self.init)
    }

    /// Every one, in the order of a column.
    package static func all(_ db: Connection, by column: String) throws -> [Self] {
        try db.query("SELECT * FROM \(table) ORDER BY \(column)", row: Self.init)
    }
}
