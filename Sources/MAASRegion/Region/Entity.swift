import SQLite

/// What MAAS keeps as a row of one table, known by its id.
package protocol Entity {
    static var table: String { get }
    var id: Int { get }
    init(_ row: Row) throws
}

extension Entity {
    package static func find(_ db: Connection, id: Int) throws -> Self? {
        try db.first("SELECT * FROM \(table) WHERE id = ?", id, row: Self.init)
    }

    /// Deletes the row; what refers to it goes or lets go of it as the schema says.
    package func delete(_ db: Connection) throws { try db.execute("DELETE FROM \(Self.table) WHERE id = ?", id) }
}
