import SQLite

/// What a constraint says of a node, in SQL; `@` stands for the list of values.
package enum NodeCondition: Sendable {
    /// Of the columns of `nodes`.
    case own(String)
    /// Of a row of other tables, whose `node_id` is the node; the node meets it when one such row does.
    case related(from: String, String)
    /// That a column of `nodes` points at an object whose column `by` has one of the values.
    case pointing(String, to: String, by: String)

    /// A list of values in SQL, one argument however many there are.
    static let list = "(SELECT value FROM json_each(?))"

    private var usesOfValues: Int {
        let text =
            switch self {
            case .own(let condition), .related(_, let condition): condition
            case .pointing: "@"
            }
        return text.split(separator: "@", omittingEmptySubsequences: false).count - 1
    }

    /// How many rows of other tables are few: so many are looked up first, and the nodes by them.
    private static let few = 256

    /// The condition in a query of `nodes`, with its arguments.
    ///
    /// A node is looked for by the rows that it must have when these are few, and the rows by the node when they are many:
    /// so the cost follows what is found, and not how much there is.
    /// - Parameters:
    ///   - placeholder: What `@` becomes.
    ///   - values: The argument of one placeholder.
    func sql(
        _ placeholder: String, _ values: (any SQLBindable)?, excludes: Bool = false, _ db: Connection
    ) throws -> (text: String, arguments: [(any SQLBindable)?]) {
        let arguments = [(any SQLBindable)?](repeating: values, count: usesOfValues)
        switch self {
        case .own(let condition):
            let text = condition.replacing("@", with: placeholder)
            return (excludes ? "(\(text)) IS NOT TRUE" : "(\(text))", arguments)
        case .related(let from, let condition):
            let text = condition.replacing("@", with: placeholder)
            let not = excludes ? "NOT " : ""
            guard try Self.areFew(from, text, arguments, db) else {
                return ("\(not)EXISTS (SELECT 1 FROM \(from) WHERE node_id = nodes.id AND (\(text)))", arguments)
            }
            // A row without a node is of none.
            let ids = "SELECT node_id FROM \(from) WHERE (\(text)) AND node_id IS NOT NULL"
            return ("nodes.id \(not)IN (\(ids))", arguments)
        case .pointing(let column, let table, let name):
            let named = "\(table).\(name) IN \(placeholder)"
            // The plus keeps SQLite from looking for nodes by the object.
            let pointing = "+nodes.\(column) IN (SELECT id FROM \(table) WHERE \(named))"
            if excludes { return ("(\(pointing)) IS NOT TRUE", arguments) }
            let from = "\(table) CROSS JOIN nodes AS others ON others.\(column) = \(table).id"
            guard try Self.areFew(from, named, arguments, db) else { return (pointing, arguments) }
            return ("nodes.id IN (SELECT others.id FROM \(from) WHERE \(named))", arguments)
        }
    }

    private static func areFew(
        _ from: String, _ condition: String, _ arguments: [(any SQLBindable)?], _ db: Connection
    ) throws -> Bool {
        let rows = "SELECT 1 FROM \(from) WHERE \(condition) LIMIT \(few + 1)"
        return try db.query(rows, arguments: arguments) { _ in }.count <= few
    }
}
