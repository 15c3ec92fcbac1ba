import CSQLite

/// One connection to a SQLite database, in memory or in a file, with its prepared statements cached.
///
/// A connection is used by one thread at a time; its owner keeps that promise with a lock.
public final class Connection {
    let handle: OpaquePointer
    private var statements: [String: Statement] = [:]
    /// The same by where their SQL is written down, which for what stands in the program is always the same place: looking
    /// at the text would take longer than looking it up.
    private var places: [SQLPlace: Statement] = [:]
    private var transactionDepth = 0
    var onlyReads = false
    /// SQL that is put together for each call must not fill the memory.
    private static let cachedStatements = 1000
    /// The SQL of inserts and updates by table, for each set of columns.
    private var written: [String: [WrittenSQL]] = [:]
    private static let writtenOfATable = 12

    /// Whether a temporary file is still written as one that must not be lost.
    var isSyncing = false

    /// Nobody asks SQLite how much memory it takes, and counting it takes a lock for every piece.
    private static let countsNoMemory: Void = csqlite_count_no_memory()

    init(opening path: String?) throws(DatabaseError) {
        _ = Self.countsNoMemory
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path ?? ":memory:", &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(opened)
            throw DatabaseError(code: code, message: message)
        }
        handle = opened
        sqlite3_extended_result_codes(opened, 1)
        sqlite3_busy_timeout(opened, 5000)
        // SQLite falls back to reading when a file is write-protected; that would only show at the first write.
        guard sqlite3_db_readonly(opened, "main") != 1 else {
            throw DatabaseError(code: SQLITE_READONLY, message: "the file cannot be written")
        }
        try execute("PRAGMA foreign_keys = ON")
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    /// The row id of the latest insert.
    public var lastInsertedID: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// How many rows have been inserted, updated or deleted since the connection was opened.
    public var totalChangedRows: Int { Int(sqlite3_total_changes(handle)) }

    /// How many rows the latest insert, update or delete touched.
    public var changedRows: Int { Int(sqlite3_changes(handle)) }

    /// Runs a statement that answers no rows.
    public func execute(_ sql: String, _ arguments: (any SQLBindable)?...) throws(DatabaseError) {
        try execute(sql, arguments: arguments)
    }

    /// Runs a statement that answers no rows.
    public func execute(_ sql: String, arguments: [(any SQLBindable)?]) throws(DatabaseError) {
        let statement = try borrow(sql)
        defer { giveBack(statement) }
        try statement.bind(arguments)
        while try statement.step() {}
    }

    /// Inserts one row and answers its row id.
    @discardableResult
    public func insert(into table: String, _ values: KeyValuePairs<String, (any SQLBindable)?>) throws(DatabaseError)
        -> Int
    {
        let statement = try borrow(writing(.insert, table, values))
        defer { giveBack(statement) }
        try run(statement, values)
        return lastInsertedID
    }

    /// Sets columns of the row with this `id`.
    /// - Parameter last: one more column and its value.
    public func update(
        _ table: String, id: Int, _ values: KeyValuePairs<String, (any SQLBindable)?>,
        _ last: (column: String, value: any SQLBindable)? = nil
    ) throws(DatabaseError) {
        guard !values.isEmpty || last != nil else { return }
        let statement = try borrow(writing(.update, table, values, last?.column))
        defer { giveBack(statement) }
        try run(statement, values, (last.map { [$0.value] } ?? []) + [id])
    }

    /// The SQL that writes such a row. Rows of a table mostly name the same columns, so that it is put together once, and
    /// not for each of them.
    private func writing(
        _ kind: WrittenSQL.Kind, _ table: String, _ values: KeyValuePairs<String, (any SQLBindable)?>,
        _ last: String? = nil
    ) -> String {
        let known = written[table] ?? []
        for one in known where one.fits(kind, values, last) { return one.sql }
        let made = WrittenSQL(kind, table, values, last)
        if known.count < Self.writtenOfATable { written[table, default: []].append(made) }
        return made.sql
    }

    private func run(
        _ statement: Statement, _ values: KeyValuePairs<String, (any SQLBindable)?>, _ more: [any SQLBindable] = []
    ) throws(DatabaseError) {
        try statement.expect(values.count + more.count)
        var parameter: Int32 = 0
        for index in values.indices {
            parameter += 1
            try statement.bind(values[index].value?.sqlValue ?? .null, at: parameter)
        }
        for value in more {
            parameter += 1
            try statement.bind(value.sqlValue, at: parameter)
        }
        while try statement.step() {}
    }

    /// Runs a query and makes one value of each row.
    @inlinable public func query<Value>(
        _ sql: String, _ arguments: (any SQLBindable)?..., row make: (Row) throws -> Value
    ) throws -> [Value] {
        try query(sql, arguments: arguments, row: make)
    }

    /// Runs a query and makes one value of each row.
    @inlinable public func query<Value>(
        _ sql: String, arguments: [(any SQLBindable)?], row make: (Row) throws -> Value
    ) throws -> [Value] {
        let statement = try borrow(sql)
        defer { giveBack(statement) }
        try statement.bind(arguments)
        var values: [Value] = []
        while try statement.step() { values.append(try make(Row(statement: statement))) }
        return values
    }

    /// Runs a query and makes a value of its first row; `nil` when there is none.
    @inlinable public func first<Value>(
        _ sql: String, _ arguments: (any SQLBindable)?..., row make: (Row) throws -> Value
    ) throws(DatabaseError) -> Value? {
        let statement = try borrow(sql)
        defer { giveBack(statement) }
        try statement.bind(arguments)
        guard try statement.step() else { return nil }
        do {
            return try make(Row(statement: statement))
        } catch let error as DatabaseError {
            throw error
        } catch {
            throw DatabaseError(failed: "\(error)", sql: sql)
        }
    }

    /// The single value that a query answers; `nil` when it answers no row, or null.
    @inlinable public func scalar<Value: SQLReadable>(_ sql: String, _ arguments: (any SQLBindable)?...) throws
        -> Value?
    {
        try query(sql, arguments: arguments) { (row: Row) throws -> Value? in try row[0] }.first ?? nil
    }

    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws. Nested calls become
    /// savepoints, so that an inner failure can be caught without losing the outer work; on a connection that only reads they
    /// need none.
    public func transaction<Value>(_ body: () throws -> Value) throws -> Value {
        try transaction("BEGIN IMMEDIATE", body)
    }

    /// Runs `body` on the database as it is now, whatever others write meanwhile, and may stop it when it takes long.
    /// - Parameters:
    ///   - steps: steps of SQLite's machine, after which it counts as long.
    ///   - goesOn: asked once, after the statement that makes it long, whether it may go on. Else its next statement
    ///     throws.
    /// - Returns: `nil` when it was stopped, whatever it made of that.
    public func snapshot<Value>(
        longAfter steps: Int, goesOn: @escaping () -> Bool, _ body: () throws -> Value
    ) throws -> Value? {
        let (at, isEndless) = stepCount.addingReportingOverflow(steps)
        limit = isEndless ? nil : (at, goesOn)
        defer {
            limit = nil
            isStopped = false
        }
        do {
            let value = try snapshot(body)
            return isStopped ? nil : value
        } catch {
            if isStopped { return nil }
            throw error
        }
    }

    /// Runs `body` on the database as it is now, whatever others write meanwhile.
    public func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
        try transaction("BEGIN DEFERRED", body)
    }

    private func transaction<Value>(_ begin: String, _ body: () throws -> Value) throws -> Value {
        let nested = transactionDepth > 0
        // There is nothing to undo where nothing is written.
        if nested, onlyReads { return try body() }
        let name = nested ? "nested\(transactionDepth)" : ""
        try execute(nested ? "SAVEPOINT \(name)" : begin)
        transactionDepth += 1
        defer { transactionDepth -= 1 }
        do {
            let value = try body()
            try execute(nested ? "RELEASE \(name)" : "COMMIT")
            return value
        } catch {
            // What is stopped is undone, too.
            let wasStopped = isStopped
            isStopped = false
            defer { isStopped = wasStopped }
            // A full disk or a failing one makes SQLite roll back by itself: then there is nothing left to undo.
            guard sqlite3_get_autocommit(handle) == 0 else { throw error }
            if nested {
                try execute("ROLLBACK TO \(name)")
                try execute("RELEASE \(name)")
            } else {
                try execute("ROLLBACK")
            }
            throw error
        }
    }

    /// How many statements have been run: what a test holds against the size of the database.
    public private(set) var statementCount = 0
    /// The steps of SQLite's machine that all statements took: what they cost, the same on every machine.
    public private(set) var stepCount = 0
    /// Who is asked whether to go on when `stepCount` has come to a number.
    private var limit: (at: Int, goesOn: () -> Bool)?
    /// Whether no further statement is to run.
    private var isStopped = false

    /// How many prepared statements are kept.
    var cachedStatementCount: Int { statements.count }

    /// Forgets the cached statements, which a change of the whole database makes stale.
    func dropStatements() {
        statements.removeAll()
        places.removeAll()
    }

    @usableFromInline func borrow(_ sql: String) throws(DatabaseError) -> Statement {
        try endSyncing()
        if isStopped { throw DatabaseError(code: SQLITE_INTERRUPT, message: "stopped, since it takes long", sql: sql) }
        statementCount &+= 1
        let place = SQLPlace(sql)
        if let place, let cached = places[place], !cached.isBusy {
            cached.isBusy = true
            return cached
        }
        if let cached = statements[sql], !cached.isBusy {
            cached.isBusy = true
            return cached
        }
        let statement = try Statement(sql, database: handle)
        if statements[sql] == nil {
            if statements.count >= Self.cachedStatements {
                statements = statements.filter(\.value.isBusy)
                places = places.filter(\.value.isBusy)
            }
            statements[sql] = statement
            // The statement keeps its text, so that no other text comes to lie there while it is kept.
            if let place { places[place] = statement }
        }
        statement.isBusy = true
        return statement
    }

    @usableFromInline func giveBack(_ statement: Statement) {
        stepCount &+= statement.takeSteps()
        statement.reset()
        statement.isBusy = false
        guard let limit, stepCount >= limit.at else { return }
        self.limit = nil
        isStopped = !limit.goesOn()
    }
}
