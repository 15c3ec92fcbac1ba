import SQLite

/// What MAAS keeps as a row of one table, known by its id.
package protocol Entity {
    static var table: String { get }
    /// The class as MAAS names it where there is none.
    static var model: String { get }
    var id: Int { get }
    init(_ row: Row) throws
}

extension Entity {
    package static func find(_ db: Connection, id: Int) throws -> Self? {
        try db.first("SELECT * FROM \(table) WHERE id = ?", id, row: Self.init)
    }

    /// The one with an id.
    /// - Throws: `Refusal`, not found, when there is none.
    package static func get(_ db: Connection, id: Int) throws -> Self {
        guard let found = try find(db, id: id) else { throw Refusal.notFound(model) }
        return found
    }

    /// Deletes the row; what refers to it goes or lets go of it as the schema says.
    package func delete(_ db: Connection) throws { try db.execute("DELETE FROM \(Self.table) WHERE id = ?", id) }
}
