/// One row of a result. It is valid only inside the closure that received it.
public struct Row {
    @usableFromInline let statement: Statement

    @inlinable init(statement: Statement) { self.statement = statement }

    /// The value of the column called `column`.
    /// - Throws: `DatabaseError` when there is no such column or it holds another kind of value.
    @inlinable public subscript<Value: SQLReadable>(_ column: String) -> Value {
        get throws { try value(at: statement.index(of: column), name: column) }
    }

    /// The value of the column at `index`, counted from 0.
    @inlinable public subscript<Value: SQLReadable>(_ index: Int) -> Value {
        get throws { try value(at: Int32(index), name: nil) }
    }

    @inlinable func value<Value: SQLReadable>(at index: Int32, name: String?) throws -> Value {
        let stored = statement.value(at: index)
        guard let value = Value(sqlValue: stored) else {
            throw statement.mismatch(stored, Value.self, name ?? String(index))
        }
        return value
    }
}
