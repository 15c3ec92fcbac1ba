import SQLite

/// Ids as one argument of a statement, so that the number of statements does not depend on the number of rows.
package struct IDs: SQLBindable {
    private let first: Int?
    /// The first one too, where there is more than one.
    private let several: Set<Int>

    fileprivate init(_ ids: some Sequence<Int>) {
        var rest = ids.makeIterator()
        first = rest.next()
        var several: Set<Int> = []
        while let next = rest.next() {
            if several.isEmpty, let first {
                if next == first { continue }
                several.insert(first)
            }
            several.insert(next)
        }
        self.several = several
    }

    /// The id itself where there is one, null where there is none, else all as JSON.
    package var sqlValue: SQLValue { areSeveral ? .text(json) : first.sqlValue }

    package var isEmpty: Bool { first == nil }

    /// All of them as JSON, for SQL that is written for lists of any kind.
    package var json: String {
        if areSeveral { return "[\(several.map(String.init).joined(separator: ","))]" }
        return first.map { "[\($0)]" } ?? "[]"
    }

    /// What stands after `IN` for the next argument. Most often it is one id, and a list that SQLite has to read from JSON
    /// takes longer than the row that it is for.
    package var list: String { list("?") }

    /// What stands after `IN` for the argument of this name, such as `?1`.
    package func list(_ argument: String) -> String { Self.list(argument, ofSeveral: areSeveral) }

    /// Whether there is more than one.
    var areSeveral: Bool { !several.isEmpty }

    /// What stands after `IN`. JSON that is one number is a list of that number, and null is one of none.
    static func list(_ argument: String, ofSeveral areSeveral: Bool) -> String {
        areSeveral ? "(SELECT value FROM json_each(\(argument)))" : "(\(argument))"
    }
}

extension Sequence<Int> {
    /// These ids as an argument of a statement.
    package var ids: IDs { IDs(self) }
}
