import SQLite

extension Row {
    /// A column that holds the number of a case.
    /// - Throws: `StoredValueError` for a number that stands for none.
    func stored<Value: RawRepresentable>(_ column: String) throws -> Value where Value.RawValue == Int {
        let number: Int = try self[column]
        guard let value = Value(rawValue: number) else {
            throw StoredValueError(column: column, value: String(number))
        }
        return value
    }
}
