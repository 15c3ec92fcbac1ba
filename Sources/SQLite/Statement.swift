import CSQLite

/// A prepared statement, owned and cached by its connection.
///
/// What reads rows is open to the compiler in other modules: for each value of a list it would otherwise look up how to
/// make one of its type.
@usableFromInline final class Statement {
    let handle: OpaquePointer
    let sql: String
    /// Column positions by name, found at the first row.
    private lazy var columns: [String: Int32] = {
        var found: [String: Int32] = [:]
        for index in 0..<sqlite3_column_count(handle) {
            guard let name = sqlite3_column_name(handle, index) else { continue }
            let text = String(cString: name)
            if found[text] == nil { found[text] = index }
        }
        return found
    }()
    /// The columns in the order in which a row is read, which is the same for all rows of one list.
    private var readOrder: [(name: String, index: Int32)] = []
    private var read = 0
    /// True while rows are being read; a nested use of the same SQL gets a statement of its own.
    var isBusy = false

    init(_ sql: String, database: OpaquePointer) throws(DatabaseError) {
        var prepared: OpaquePointer?
        let (code, rest) = sql.withCString { text in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(database, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, &tail)
            return (code, tail.map { String(cString: $0) } ?? "")
        }
        guard code == SQLITE_OK else {
            throw DatabaseError(
                code: sqlite3_extended_errcode(database), message: String(cString: sqlite3_errmsg(database)), sql: sql)
        }
        guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
            sqlite3_finalize(prepared)
            throw DatabaseError(code: SQLITE_MISUSE, message: "there is more than one statement in it", sql: sql)
        }
        guard let prepared else {
            throw DatabaseError(code: SQLITE_MISUSE, message: "there is no statement in it", sql: sql)
        }
        handle = prepared
        self.sql = sql
    }

    deinit { sqlite3_finalize(handle) }

    /// The steps of SQLite's machine since this was asked last.
    func takeSteps() -> Int { Int(sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_VM_STEP, 1)) }

    /// The position of a column.
    /// - Throws: `DatabaseError` when there is none of this name.
    @usableFromInline func index(of column: String) throws(DatabaseError) -> Int32 {
        if read < readOrder.count, readOrder[read].name == column {
            read += 1
            return readOrder[read - 1].index
        }
        guard let index = columns[column] else {
            throw DatabaseError(code: SQLITE_RANGE, message: "no column \(column)", sql: sql)
        }
        readOrder.removeSubrange(min(read, readOrder.count)...)
        readOrder.append((column, index))
        read = readOrder.count
        return index
    }

    /// The value of a column of the row that it stands at.
    @usableFromInline func value(at index: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
        case SQLITE_TEXT:
            guard let text = sqlite3_column_text(handle, index) else { return .text("") }
            let count = Int(sqlite3_column_bytes(handle, index))
            return .text(String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            guard let bytes = sqlite3_column_blob(handle, index) else { return .blob([]) }
            let count = Int(sqlite3_column_bytes(handle, index))
            return .blob([UInt8](UnsafeRawBufferPointer(start: bytes, count: count)))
        default: return .null
        }
    }

    /// The error for a column that holds another kind of value than is asked for.
    @usableFromInline func mismatch(_ stored: SQLValue, _ wanted: Any.Type, _ column: String) -> DatabaseError {
        DatabaseError(code: SQLITE_MISMATCH, message: "column \(column) holds \(stored), not \(wanted)", sql: sql)
    }

    @usableFromInline func bind(_ arguments: [(any SQLBindable)?]) throws(DatabaseError) {
        try expect(arguments.count)
        var index: Int32 = 0
        for argument in arguments {
            index += 1
            try bind(argument?.sqlValue ?? .null, at: index)
        }
    }

    /// The statement has parameters for so many arguments.
    func expect(_ count: Int) throws(DatabaseError) {
        let expected = Int(sqlite3_bind_parameter_count(handle))
        guard count == expected else {
            throw DatabaseError(
                code: SQLITE_RANGE, message: "\(count) arguments for \(expected) parameters", sql: sql)
        }
    }

    /// Binds one value; parameters are counted from 1.
    func bind(_ value: SQLValue, at index: Int32) throws(DatabaseError) {
        let code =
            switch value {
            case .null: sqlite3_bind_null(handle, index)
            case .integer(let value): sqlite3_bind_int64(handle, index, value)
            case .real(let value): sqlite3_bind_double(handle, index, value)
            case .text(let value) where value.utf8.contains(0):
                throw DatabaseError(code: DatabaseError.nulInText, message: "text with a NUL", sql: sql)
            case .text(let value): csqlite_bind_text(handle, index, value, Int32(value.utf8.count))
            case .blob(let value): csqlite_bind_blob(handle, index, value, Int32(value.count))
            }
        guard code == SQLITE_OK else { throw error(code) }
    }

    /// Steps to the next row; false at the end.
    @usableFromInline func step() throws(DatabaseError) -> Bool {
        read = 0
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw error(code)
        }
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    private func error(_ code: Int32) -> DatabaseError {
        let database = sqlite3_db_handle(handle)
        return DatabaseError(
            code: sqlite3_extended_errcode(database), message: String(cString: sqlite3_errmsg(database)), sql: sql)
    }
}
