import CSQLite

extension Connection {
    /// The pages that are kept in memory while a database is filled, in KiB as SQLite counts them.
    private static let fillingCache = -64 * 1024

    /// Runs `body` in a transaction that writes very much: what refers to other rows is looked up once for all rows when
    /// `body` is over, and not for each when it is written. Within a transaction it is one as any other.
    ///
    /// Rows that are deleted meanwhile do not take others with them. Where that leaves a row that refers to nothing, all
    /// is undone and `body` runs again, in a transaction as any other.
    /// - Throws: `DatabaseError` for a row that refers to nothing; then nothing is kept, as when `body` throws.
    public func filling<Value>(_ body: () throws -> Value) throws -> Value {
        guard sqlite3_get_autocommit(handle) != 0 else { return try transaction(body) }
        let pages: Int = try scalar("PRAGMA cache_size") ?? 0
        try execute("PRAGMA cache_size = \(Self.fillingCache)")
        try execute("PRAGMA foreign_keys = OFF")
        let result = Result { () throws -> Value in
            try transaction {
                let value = try body()
                if try hasDanglingRow { throw Dangling() }
                return value
            }
        }
        try execute("PRAGMA foreign_keys = ON")
        try execute("PRAGMA cache_size = \(pages)")
        do {
            return try result.get()
        } catch is Dangling {
            return try transaction(body)
        }
    }

    /// Some row refers to one that is not there.
    private struct Dangling: Error {}

    private var hasDanglingRow: Bool { get throws { try first("PRAGMA foreign_key_check") { _ in true } ?? false } }
}
