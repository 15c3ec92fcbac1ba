import Formats
import SQLite

/// The constraints of one request, checked, and the nodes that satisfy them.
package struct NodeConstraints {
    /// A constraint with its values as they are compared, and as the refusal of an allocation shows them.
    package struct Given {
        package let constraint: NodeConstraint
        package let values: [any SQLBindable]
        package let shown: String
    }

    package let given: [Given]
    package let storage: NodeStorageConstraint?
    package let interfaces: InterfaceConstraints?
    private let devices: String?

    /// Reads and checks every parameter.
    /// - Throws: `Refusal` with the messages of all fields, or for a space that does not exist.
    package init(_ parameters: Parameters, scope: NodeConstraint.Scope, _ state: RegionState) throws {
        let db = state.db
        var errors = FieldErrors()
        var given: [Given] = []
        let known = NodeConstraint.all.filter {
            ($0.scope == .everywhere || $0.scope == scope) && $0.versions.contains(state.version)
        }
        for constraint in known {
            let sent =
                constraint.isSingle ? parameters[constraint.name].map { [$0] } ?? [] : parameters.all(constraint.name)
            guard !sent.isEmpty else { continue }
            if case .other = constraint.match { continue }
            if let read = try Self.read(sent, for: constraint, &errors, db) { given.append(read) }
        }
        storage = try Self.parse(parameters["storage"], "storage", &errors) { try NodeStorageConstraint($0) }
        interfaces = try Self.parse(parameters["interfaces"], "interfaces", &errors) {
            try InterfaceConstraints(checking: $0)
        }
        devices = try Self.parse(parameters["devices"]?.strippedOfBlanks, "devices", &errors) { text in
            let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            }
            if let wrong = parts.map({ $0[0] }).first(where: { !Self.deviceKeys.contains($0) }) {
                throw ConstraintError("Unknown devices constraint: '\(wrong)")
            }
            guard parts.allSatisfy({ $0.count == 2 }) else {
                throw Refusal.unexpected("not enough values to unpack (expected 2, got 1)")
            }
            return text
        }
        let names = Set(known.map(\.name))
        for name in parameters.names where !names.contains(name) && !NodeConstraint.ignored.contains(name) {
            errors.add(name, "No such constraint.")
        }
        try errors.check()
        self.given = given
    }

    private static let deviceKeys: Set = [
        "vendor_id", "product_id", "vendor_name", "product_name", "commissioning_driver",
    ]

    private static func parse<Value>(
        _ text: String?, _ field: String, _ errors: inout FieldErrors, _ read: (String) throws -> Value
    ) throws -> Value? {
        guard let text, !text.isEmpty else { return nil }
        do {
            return try read(text)
        } catch {
            guard let refusal = error as? ConstraintError else { throw error }
            errors.add(field, refusal.message)
            return nil
        }
    }

    /// The nodes of some kinds that satisfy every constraint, by id.
    package func nodes(_ db: Connection, kinds: [Node.Kind]) throws -> [Node] {
        var conditions = ["node_type IN (\(kinds.map { String($0.rawValue) }.joined(separator: ", ")))"]
        var arguments: [(any SQLBindable)?] = []
        for one in given { try Self.add(one, &conditions, &arguments) }
        // The emulated hardware reports no PCI or USB devices, so none can match.
        if devices != nil { conditions.append("FALSE") }
        var nodes = try db.query(
            Node.select + " WHERE " + conditions.joined(separator: " AND ") + " ORDER BY nodes.id",
            arguments: arguments, row: Node.init)
        if let storage {
            let matching = try storage.matches(db)
            nodes.removeAll { matching[$0.id] == nil }
        }
        if let interfaces, !interfaces.isEmpty {
            let matching = try interfaces.nodes(db).nodes
            nodes.removeAll { !matching.contains($0.id) }
        }
        return nodes
    }

    private static func add(
        _ one: Given, _ conditions: inout [String], _ arguments: inout [(any SQLBindable)?]
    ) throws(Refusal) {
        let list = "(" + repeatElement("?", count: one.values.count).joined(separator: ", ") + ")"
        switch one.constraint.match {
        case .anyOf(let sql), .noneOf(let sql):
            let isExclusion = if case .noneOf = one.constraint.match { true } else { false }
            let uses = sql.split(separator: "@", omittingEmptySubsequences: false).count - 1
            conditions.append("nodes.id \(isExclusion ? "NOT IN" : "IN") (\(sql.replacing("@", with: list)))")
            for _ in 0..<uses { arguments += one.values }
        case .eachOf(let sql):
            for value in one.values {
                conditions.append("nodes.id IN (\(sql.replacing("@", with: "(?)")))")
                arguments.append(value)
            }
        case .atLeast(let sql):
            conditions.append("nodes.id IN (\(sql.replacing("@", with: "?")))")
            arguments.append(one.values.first)
        case .other: break
        case .broken(let text): throw .unexpected(text)
        }
    }

    /// All constraints as MAAS writes them in the refusal of an allocation: `cpu_count=64.0 tags=fast,gpu`.
    package var description: String {
        var parts = given.map { ($0.constraint.name, $0.shown) }
        if let storage { parts.append(("storage", storage.text)) }
        if let interfaces { parts.append(("interfaces", interfaces.text)) }
        if let devices { parts.append(("devices", devices)) }
        return parts.sorted { $0.0 < $1.0 }.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
    }

    /// The smallest of the values given for a number; what an implicit compose asks for.
    package func number(_ name: String) -> Int? {
        guard let one = given.first(where: { $0.constraint.name == name }) else { return nil }
        return (one.values.first as? Double).map { Int($0) }
    }

    /// The first of the architectures that were asked for.
    package var architecture: String? {
        given.first { $0.constraint.name == "arch" }?.values.compactMap { $0 as? String }.min()
    }
}

/// Why a constraint was refused: the message for its field.
package struct ConstraintError: Error, Equatable {
    package let message: String
    package init(_ message: String) { self.message = message }
}
