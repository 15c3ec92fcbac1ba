/// A statement that writes one row of a table, for one set of columns in one order.
struct WrittenSQL {
    enum Kind {
        case insert
        /// Of the row whose id is the last argument.
        case update
    }

    private let kind: Kind
    private let columns: [String]
    private let last: String?
    let sql: String

    /// - Parameter last: a column that is written after the others.
    init(_ kind: Kind, _ table: String, _ values: KeyValuePairs<String, (any SQLBindable)?>, _ last: String?) {
        self.kind = kind
        self.last = last
        columns = values.map(\.key)
        let columns = columns + (last.map { [$0] } ?? [])
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
    func fits(_ kind: Kind, _ values: KeyValuePairs<String, (any SQLBindable)?>, _ last: String?) -> Bool {
        guard kind == self.kind, last == self.last, columns.count == values.count else { return false }
        for index in values.indices where columns[index] != values[index].key { return false }
        return true
    }
}
