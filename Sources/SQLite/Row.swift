import CSQLite

/// One row of a result. It is valid only inside the closure that received it.
public struct Row {
    let statement: Statement

    /// The value of the column called `column`.
    /// - Throws: `DatabaseError` when there is no such column or it holds another kind of value.
    public subscript<Value: SQLReadable>(_ column: String) -> Value {
        get throws {
            guard let index = statement.columns[column] else {
                throw DatabaseError(code: SQLITE_RANGE, message: "no column \(column)", sql: statement.sql)
            }
            return try value(at: index, name: column)
        }
    }

    /// The value of the column at `index`, counted from 0.
    public subscript<Value: SQLReadable>(_ index: Int) -> Value {
        get throws { try value(at: Int32(index), name: "\(index)") }
    }

    private func value<Value: SQLReadable>(at index: Int32, name: String) throws -> Value {
        let stored = stored(at: index)
        guard let value = Value(sqlValue: stored) else {
            throw DatabaseError(
                code: SQLITE_MISMATCH, message: "column \(name) holds \(stored), not \(Value.self)", sql: statement.sql)
        }
        return value
    }

    private func stored(at index: Int32) -> SQLValue {
        let handle = statement.handle
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
}
