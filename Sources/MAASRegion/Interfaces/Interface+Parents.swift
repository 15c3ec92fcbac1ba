import SQLite

/// What stands on what: the interfaces below and above others.
extension Interface {
    package static func parents(_ db: Connection, of id: Int) throws -> [Interface] {
        try db.query(
            "SELECT interfaces.* FROM interfaces JOIN interface_parents ON parent_id = id WHERE child_id = ? ORDER BY id",
            id, row: Interface.init)
    }

    package static func children(_ db: Connection, of id: Int) throws -> [Interface] {
        try db.query(
            "SELECT interfaces.* FROM interfaces JOIN interface_parents ON child_id = id WHERE parent_id = ? ORDER BY id",
            id, row: Interface.init)
    }

    /// Puts the interface on others, in place of those that it stood on.
    package static func setParents(_ db: Connection, of id: Int, _ parents: [Interface]) throws {
        try db.execute("DELETE FROM interface_parents WHERE child_id = ?", id)
        for parent in parents { try db.insert(into: "interface_parents", ["child_id": id, "parent_id": parent.id]) }
    }

    /// The ids of all interfaces that others stand on.
    package static func parentIDs(_ db: Connection) throws -> Set<Int> {
        Set(try db.query("SELECT parent_id FROM interface_parents") { try $0[0] })
    }
}
