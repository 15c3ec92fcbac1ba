/// A statement that writes one row of a table, for one set of columns in one order.
struct WrittenSQL {
    enum Kind {
        case insert
        /// Of the row whose id is the last argument.
        case update
    }

    private let kind: Kind
    private let columns: [String]
    let sql: String

    init(_ kind: Kind, _ table: String, _ values: KeyValuePairs<String, (any SQLBindable)?>) {
        self.kind = kind
        columns = values.map(\.key)
        switch kind {
        case .insert:
            let marks = columns.map { _ in "?" }
            sql =
                "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks.joined(separator: ", ")))"
        case .update:
            let assignments = columns.map { "\($0) = ?" }
            sql = "UPDATE \(table) SET \(assignments.joined(separator: ", ")) WHERE id = ?"
        }
    }

    /// Whether it writes these columns in this order.
    func fits(_ kind: Kind, _ values: KeyValuePairs<String, (any SQLBindable)?>) -> Bool {
        guard kind == self.kind, columns.count == values.count else { return false }
        for index in values.indices where columns[index] != values[index].key { return false }
        return true
    }
}
