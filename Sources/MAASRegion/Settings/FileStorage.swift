import SQLite

/// A file that a user keeps in MAAS. One who knows its key may read it.
package struct FileStorage: Entity {
    package static let table = "files"
    package static let model = "FileStorage"

    package let id: Int
    package let filename: String
    package let key: String
    package let content: [UInt8]

    package init(_ row: Row) throws {
        id = try row["id"]
        filename = try row["filename"]
        key = try row["key"]
        content = try row["content"]
    }

    /// The files of a user, by name.
    package static func all(_ db: Connection, ofUser id: Int) throws -> [FileStorage] {
        try db.query("SELECT * FROM files WHERE owner_id = ? ORDER BY filename", id, row: FileStorage.init)
    }

    package static func find(_ db: Connection, filename: String, ofUser id: Int) throws -> FileStorage? {
        try db.first(
            "SELECT * FROM files WHERE owner_id = ? AND filename = ? ORDER BY id DESC LIMIT 1", id, filename,
            row: FileStorage.init)
    }

    package static func find(_ db: Connection, key: String) throws -> FileStorage? {
        try db.first("SELECT * FROM files WHERE key = ?", key, row: FileStorage.init)
    }

    /// Keeps a file. It takes the place of the user's other one of that name, under a key of its own.
    package static func save(_ state: RegionState, filename: String, content: [UInt8], ofUser id: Int) throws {
        try state.db.execute("DELETE FROM files WHERE owner_id = ? AND filename = ?", id, filename)
        try state.db.insert(
            into: "files",
            ["owner_id": id, "filename": filename, "key": try state.random.uuid(), "content": content])
    }
}
