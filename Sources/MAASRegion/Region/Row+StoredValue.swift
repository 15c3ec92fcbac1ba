import SQLite

extension Row {
    /// A column that holds the number or the name of a case.
    /// - Throws: `StoredValueError` for one that stands for none.
    package func stored<Value: RawRepresentable>(_ column: String) throws -> Value where Value.RawValue: SQLReadable {
        let raw: Value.RawValue = try self[column]
        guard let value = Value(rawValue: raw) else {
            throw StoredValueError(column: column, value: "\(raw)")
        }
        return value
    }
}
