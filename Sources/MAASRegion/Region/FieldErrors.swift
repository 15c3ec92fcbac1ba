import Formats

/// Messages by field, in the order the fields were checked.
package struct FieldErrors: Equatable, Sendable {
    package struct Field: Equatable, Sendable {
        package fileprivate(set) var name: String
        package var messages: [String]
    }

    /// The field that stands for several, or for the whole.
    package static let all = "__all__"
    /// What is said of a field that must be sent.
    package static let required = "This field is required."

    /// What is said of a value that is none of those that there are.
    package static func unknownChoice(_ value: some CustomStringConvertible) -> String {
        "Select a valid choice. \(value) is not one of the available choices."
    }

    package private(set) var fields: [Field] = []
    /// Where each field stands, so that a request of many wrong names costs no more for each of them.
    private var places: [String: Int] = [:]

    package init() {}

    package init(_ field: String, _ message: String) { add(field, message) }

    package var isEmpty: Bool { fields.isEmpty }

    package mutating func add(_ field: String, _ message: String) {
        if let index = places[field] {
            fields[index].messages.append(message)
        } else {
            places[field] = fields.count
            fields.append(Field(name: field, messages: [message]))
        }
    }

    /// Puts a field's messages, ten at the most, into one (`merge_error_messages`).
    package mutating func merge(_ field: String, into summary: String) {
        guard let index = places[field] else { return }
        let messages = fields[index].messages
        let more = messages.count - 10
        let rest = more > 0 ? " and \(more) more error\(more > 1 ? "s" : "")" : ""
        fields[index].messages = ["\(summary) (\(messages.prefix(10).joined(separator: " \u{2014} "))\(rest))"]
    }

    /// Puts a field's messages under another name.
    package mutating func rename(_ field: String, to name: String) {
        guard let index = places.removeValue(forKey: field) else { return }
        fields[index].name = name
        places[name] = index
    }

    package func contains(_ field: String) -> Bool { places[field] != nil }

    /// Throws what has been collected, if anything.
    package func check(by check: Refusal.Check = .form) throws(Refusal) {
        if !isEmpty { throw .invalidFields(self, by: check) }
    }
}

extension FieldErrors: CustomStringConvertible {
    /// As Python prints the errors that it raises: `{'name': ['This field is required.']}`.
    package var description: String {
        let members = fields.map {
            "\(pythonQuoted($0.name)): [\($0.messages.map(pythonQuoted).joined(separator: ", "))]"
        }
        return "{\(members.joined(separator: ", "))}"
    }
}
