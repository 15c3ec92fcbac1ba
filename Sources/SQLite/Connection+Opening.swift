extension Connection {
    /// Opens the database at `path`, creating it when it is missing, or one in memory for `nil`.
    ///
    /// Foreign keys are enforced, and a database in a file uses write-ahead logging, so what was committed survives
    /// the death of the process.
    public convenience init(path: String? = nil) throws(DatabaseError) {
        try self.init(opening: path)
        if path != nil {
            // First: what begins the log is written to the disk, too.
            try execute("PRAGMA synchronous = NORMAL")
            _ = try first("PRAGMA journal_mode = WAL") { _ in 0 }
            try writeLess()
        }
    }

    /// Opens a file with write-ahead logging that nobody will open again: nothing is forced to the disk. Its schema is not
    /// read before something is asked of it, which opening it any other way would do.
    public convenience init(temporaryWithLog path: String) throws(DatabaseError) {
        try self.init(opening: path)
        try writeLess()
        try openLog()
        isSyncing = true
    }

    /// Opens the log beside the database, which else is opened by the first statement that needs it.
    public func openLog() throws(DatabaseError) { _ = try first("PRAGMA user_version") { _ in 0 } }

    /// Has less written than SQLite does by itself.
    private func writeLess() throws(DatabaseError) {
        // Debian's SQLite writes zeros over what is deleted.
        _ = try first("PRAGMA secure_delete = OFF") { _ in 0 }
        // What a savepoint or a statement may have to undo is a file as soon as it has more than 64 KiB, else.
        try execute("PRAGMA temp_store = MEMORY")
    }

    /// To be called before anything is written.
    func endSyncing() throws(DatabaseError) {
        guard isSyncing else { return }
        isSyncing = false
        try execute("PRAGMA synchronous = OFF")
    }

    /// Opens one more connection to a database in a file, which only reads: everything that would change the
    /// database is refused with `SQLITE_READONLY`.
    public convenience init(reading path: String) throws(DatabaseError) {
        try self.init(opening: path)
        try execute("PRAGMA query_only = ON")
        onlyReads = true
    }

    /// Opens an empty database that SQLite keeps in memory as far as its cache reaches and on the disk beyond, and that
    /// ends with the connection.
    public static func scratch() throws(DatabaseError) -> Connection { try Connection(opening: "") }
}
