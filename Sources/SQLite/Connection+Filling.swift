import CSQLite

extension Connection {
    /// The pages that are kept in memory while a database is filled, in KiB as SQLite counts them.
    private static let fillingCache = -64 * 1024

    /// Runs `body` in a transaction that writes very much: what refers to other rows is looked up once for all rows when
    /// `body` is over, and not for each when it is written. Rows that `body` deletes do not take others with them. Within a
    /// transaction it is one as any other.
    /// - Throws: `DatabaseError` for a row that refers to nothing; then nothing is kept, as when `body` throws.
    public func filling<Value>(_ body: () throws -> Value) throws -> Value {
        guard sqlite3_get_autocommit(handle) != 0 else { return try transaction(body) }
        let pages: Int = try scalar("PRAGMA cache_size") ?? 0
        try execute("PRAGMA cache_size = \(Self.fillingCache)")
        try execute("PRAGMA foreign_keys = OFF")
        let result = Result { () throws -> Value in
            try transaction {
                let value = try body()
                try checkReferences()
                return value
            }
        }
        try execute("PRAGMA foreign_keys = ON")
        try execute("PRAGMA cache_size = \(pages)")
        return try result.get()
    }

    private func checkReferences() throws {
        let dangling = try first("PRAGMA foreign_key_check") { row in
            "a row of \(try row["table"] as String) refers to a row of \(try row["parent"] as String) that is not there"
        }
        guard let dangling else { return }
        throw DatabaseError(code: Int32(csqlite_foreign_key), message: dangling, sql: "PRAGMA foreign_key_check")
    }
}
