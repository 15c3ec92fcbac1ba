import Formats
import SQLite

/// The constraints of one request, checked, and the nodes that satisfy them.
package struct NodeConstraints {
    /// A constraint with its values as they are compared, and as the refusal of an allocation shows them.
    package struct Given {
        package let constraint: NodeConstraint
        package let values: [any SQLBindable]
        package let shown: String

        /// The values as one argument.
        var list: String {
            JSONValue.array(
                values.map { value in
                    switch value {
                    case let number as Int: .integer(number)
                    case let number as Double: .number(number)
                    default: .string(value as? String ?? "")
                    }
                }
            ).text
        }
    }

    package let given: [Given]
    let version: MAASVersion
    package let storage: NodeStorageConstraint?
    package let interfaces: InterfaceConstraints?
    let devices: DeviceConstraints?

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
        storage = try Self.parse(parameters["storage"]?.strippedOfBlanks, "storage", &errors) {
            try NodeStorageConstraint($0)
        }
        interfaces = try Self.parse(parameters["interfaces"]?.strippedOfBlanks, "interfaces", &errors) {
            try InterfaceConstraints(checking: $0)
        }
        devices = try Self.parse(parameters["devices"]?.strippedOfBlanks, "devices", &errors) {
            try DeviceConstraints($0)
        }
        let names = Set(known.map(\.name))
        for name in parameters.names where !names.contains(name) && !NodeConstraint.ignored.contains(name) {
            errors.add(name, "No such constraint.")
        }
        try errors.check()
        self.given = given
        version = state.version
    }

    private static func parse<Value>(
        _ text: String?, _ field: String, _ errors: inout FieldErrors, _ read: (String) throws -> Value
    ) throws -> Value? {
        guard let text, !text.isEmpty else { return nil }
        do {
            return try read(text)
        } catch {
            guard let refusal = error as? ConstraintError else { throw error }
            for message in refusal.messages { errors.add(field, message) }
            return nil
        }
    }

    /// All constraints as MAAS writes them in the refusal of an allocation: `cpu_count=64.0 tags=fast,gpu`.
    package var description: String {
        var parts = given.map { ($0.constraint.name, $0.shown) }
        if let storage { parts.append(("storage", storage.text)) }
        if let interfaces { parts.append(("interfaces", interfaces.text)) }
        if let devices { parts.append(("devices", devices.text)) }
        return parts.sorted { $0.0 < $1.0 }.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
    }

    /// The smallest of the values given for a number; what an implicit compose asks for.
    package func number(_ name: String) -> Int? {
        guard let one = given.first(where: { $0.constraint.name == name }) else { return nil }
        return (one.values.first as? Double).map { Int(saturating: $0) }
    }

    /// The first of the architectures that were asked for.
    package var architecture: String? {
        given.first { $0.constraint.name == "arch" }?.values.compactMap { $0 as? String }.min()
    }
}

/// Why a constraint was refused: the message for its field.
package struct ConstraintError: Error, Equatable {
    /// What Django says of a text that no database holds.
    static let nullCharacters = "Null characters are not allowed."

    package let messages: [String]
    /// All that is wrong, in one text.
    package var message: String { messages.joined(separator: " ") }
    package init(_ messages: String...) { self.messages = messages }
}
