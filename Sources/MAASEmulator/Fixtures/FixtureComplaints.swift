import Formats

/// What has been found wrong while a fixture is loaded.
final class FixtureComplaints {
    private var errors: [FixtureError] = []
    /// What only follows from others: it is about something that was refused itself.
    private var consequences: [FixtureError] = []

    /// The elements of lists that cannot be loaded, since they are not of their shape.
    var misshapen: Set<String> = []

    func add(_ error: FixtureError) {
        if error.isConsequence { consequences.append(error) } else { errors.append(error) }
    }

    /// Everything; without what follows from the rest.
    var all: [FixtureError] { errors.isEmpty ? consequences : errors }
}

/// The names that the lists of a fixture give to things.
struct FixtureNames {
    private var names: [String: Set<String>] = [:]
    /// The kinds of controllers that it names.
    let controllerTypes: [String]

    init(_ fixture: JSONValue) {
        guard case .object(let members) = fixture else {
            controllerTypes = []
            return
        }
        if case .array(let controllers)? = members["controllers"] {
            controllerTypes = controllers.compactMap { $0["node_type_name"]?.string }
        } else {
            controllerTypes = []
        }
        for (key, value) in members {
            guard case .array(let elements) = value else { continue }
            names[key] = Set(
                elements.flatMap { element in
                    ["name", "hostname", "username", "cidr", "system_id"].compactMap { element[$0]?.string }
                })
        }
    }

    /// What is said of a name that nothing has, or that only something has which was refused.
    func missing(_ name: String, among list: String, at path: String, _ reason: String) -> FixtureError {
        let known = names[list] ?? []
        var error = FixtureError(path: path, reason: reason + FixtureLikeness.hint(name, among: known))
        error.isConsequence = known.contains(name)
        return error
    }
}
