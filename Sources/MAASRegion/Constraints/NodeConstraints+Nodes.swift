import SQLite

/// The nodes that satisfy every constraint.
extension NodeConstraints {
    /// A condition on `nodes`, and its arguments.
    private struct Search {
        var conditions: [String]
        var arguments: [(any SQLBindable)?] = []

        mutating func add(_ condition: String, _ more: [(any SQLBindable)?] = []) {
            conditions.append(condition)
            arguments += more
        }

        /// - Parameter rest: What follows the condition.
        func nodes(_ db: Connection, _ rest: String) throws -> [Node] {
            try db.query(
                Node.select + " WHERE " + conditions.joined(separator: " AND ") + rest, arguments: arguments,
                row: Node.init)
        }
    }

    /// The nodes of some kinds that satisfy every constraint, by id.
    package func nodes(_ db: Connection, kinds: [Node.Kind]) throws -> [Node] {
        var search = Search(conditions: ["node_type IN (\(kinds.map { String($0.rawValue) }.joined(separator: ", ")))"])
        try narrow(&search, db)
        if let ids = try structured(db, among: nil) {
            search.add("nodes.id IN \(NodeCondition.list)", [ids.ids.json])
        }
        return try search.nodes(db, " ORDER BY nodes.id")
    }

    /// What a machine costs in an allocation: cores and GiB of memory count the same.
    private static let cost = "cpu_count + memory / 1024.0"

    /// How many of the cheapest are looked at before everybody is.
    private static let fewest = 16

    /// The cheapest machine that is free, satisfies every constraint and is `allowed`; equals go by id.
    ///
    /// Disks and interfaces are compared for the few cheapest first, since what is asked for is mostly there; only when
    /// none of them will do, all nodes that have such disks and interfaces are looked up.
    package func cheapest(_ db: Connection, where isAllowed: (Node) -> Bool) throws -> Node? {
        var search = Search(conditions: [Schema.isAllocatable])
        try narrow(&search, db)
        let order = " ORDER BY \(Self.cost), nodes.id LIMIT \(Self.fewest)"
        let first = try search.nodes(db, order)
        let suitable = try structured(db, among: first.map(\.id))
        if let found = first.first(where: { suitable?.contains($0.id) ?? true && isAllowed($0) }) { return found }
        guard first.count == Self.fewest else { return nil }
        if let ids = try structured(db, among: nil) {
            search.add("nodes.id IN \(NodeCondition.list)", [ids.ids.json])
        }
        return try search.nodes(db, " ORDER BY \(Self.cost), nodes.id").first(where: isAllowed)
    }

    /// The nodes that satisfy the constraints with a grammar of their own; `nil` when there are none of these.
    /// - Parameter nodes: The only ones that are of interest, if not all are.
    private func structured(_ db: Connection, among nodes: [Int]?) throws -> Set<Int>? {
        var found: Set<Int>?
        if let storage { found = Set(try storage.matches(db, among: nodes).keys) }
        if let interfaces, !interfaces.isEmpty {
            let some = try interfaces.nodes(db, among: nodes).nodes
            found = found?.intersection(some) ?? some
        }
        return found
    }

    private func narrow(_ search: inout Search, _ db: Connection) throws {
        for one in given { try Self.add(one, &search, db, version) }
        // The emulated hardware reports no PCI or USB devices, so none can match.
        if let devices {
            try devices.checkValues()
            search.add("FALSE")
        }
    }

    private static func add(
        _ one: Given, _ search: inout Search, _ db: Connection, _ version: MAASVersion
    ) throws {
        if one.values.contains(where: { ($0 as? String)?.unicodeScalars.contains("\0") ?? false }) {
            throw Refusal.nulInText
        }
        func add(_ condition: NodeCondition, _ placeholder: String, _ value: (any SQLBindable)?, excludes: Bool = false)
            throws
        {
            let (text, arguments) = try condition.sql(placeholder, value, excludes: excludes, db)
            search.add(text, arguments)
        }
        switch one.constraint.match {
        case .anyOf(let condition): try add(condition, NodeCondition.list, one.list)
        case .noneOf(let condition): try add(condition, NodeCondition.list, one.list, excludes: true)
        case .eachOf(let condition): for value in one.values { try add(condition, "(?)", value) }
        case .atLeast(let condition):
            guard let least = one.values.first as? Double else { return }
            if least.isInfinite { throw Refusal.unexpected("cannot convert float infinity to integer") }
            try add(condition, "?", least)
        case .other: break
        case .noField(let name):
            throw Refusal.unexpected(
                "Cannot resolve keyword '\(name)' into field. Choices are: "
                    + NodeFields.names(in: version).joined(separator: ", "))
        }
    }
}
