import CSQLite

extension Connection {
    /// The whole database as the bytes of a SQLite file.
    public func serialized() throws -> [UInt8] { try withSerialized(asLogged: false) { [UInt8]($0) } }

    /// Calls `body` with the whole database as the bytes of a SQLite file, which are gone when it returns.
    /// - Parameter asLogged: they say that there is write-ahead logging, which a connection to such a file goes on with.
    public func withSerialized<Value>(
        asLogged: Bool, _ body: (UnsafeRawBufferPointer) throws -> Value
    ) throws -> Value {
        var size: sqlite3_int64 = 0
        guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else {
            throw DatabaseError(code: SQLITE_NOMEM, message: "the database cannot be serialized")
        }
        defer { sqlite3_free(bytes) }
        let image = UnsafeMutableRawBufferPointer(start: bytes, count: Int(size))
        if asLogged { Self.setVersion(2, image) }
        return try body(UnsafeRawBufferPointer(image))
    }

    /// Sets both versions of the file format in a file's header: 2 with write-ahead logging, 1 without.
    private static func setVersion(_ version: UInt8, _ image: UnsafeMutableRawBufferPointer) {
        for place in 18...19 where place < image.count { image[place] = version }
    }

    /// Opens a database in memory from the bytes of a SQLite file.
    public convenience init(serialized bytes: [UInt8]) throws(DatabaseError) {
        try self.init()
        guard let copy = sqlite3_malloc64(UInt64(bytes.count)) else {
            throw DatabaseError(code: SQLITE_NOMEM, message: "the database cannot be copied")
        }
        copy.copyMemory(from: bytes, byteCount: bytes.count)
        // Memory has no log. What is no database stays none.
        if bytes.count > 19, bytes[18] == 2, bytes[19] == 2 {
            Self.setVersion(1, UnsafeMutableRawBufferPointer(start: copy, count: bytes.count))
        }
        // SQLite owns the copy from here on, also when it refuses it.
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
        let code = sqlite3_deserialize(
            handle, "main", copy.assumingMemoryBound(to: UInt8.self), Int64(bytes.count), Int64(bytes.count), flags)
        guard code == SQLITE_OK else {
            throw DatabaseError(code: code, message: "these bytes are no database")
        }
        // The bytes are looked at only when something is read.
        try execute("PRAGMA schema_version")
    }

    /// Gives back to the system what this connection can do without, and what else the process has freed: after work that
    /// took much memory, such as filling a database.
    public func releaseMemory() {
        sqlite3_db_release_memory(handle)
        csqlite_trim_memory()
    }

    /// Replaces everything in this database by what is in `source`. No transaction may be open in either.
    public func overwrite(from source: Connection) throws(DatabaseError) {
        try endSyncing()
        dropStatements()
        guard let backup = sqlite3_backup_init(handle, "main", source.handle, "main") else {
            throw DatabaseError(
                code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)))
        }
        let stepped = sqlite3_backup_step(backup, -1)
        let finished = sqlite3_backup_finish(backup)
        guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
            throw DatabaseError(
                code: stepped == SQLITE_DONE ? finished : stepped, message: String(cString: sqlite3_errmsg(handle)))
        }
    }

    /// Runs several statements separated by semicolons, such as a schema.
    public func executeScript(_ sql: String) throws(DatabaseError) {
        // A statement remembers its columns, which a new schema may change.
        defer { dropStatements() }
        var message: UnsafeMutablePointer<CChar>?
        let code = sqlite3_exec(handle, sql, nil, nil, &message)
        defer { sqlite3_free(message) }
        guard code == SQLITE_OK else {
            throw DatabaseError(code: code, message: message.map { String(cString: $0) } ?? "unknown", sql: sql)
        }
    }
}
