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

    package private(set) var fields: [Field] = []

    package init() {}

    package init(_ field: String, _ message: String) { fields = [Field(name: field, messages: [message])] }

    package var isEmpty: Bool { fields.isEmpty }

    package mutating func add(_ field: String, _ message: String) {
        if let index = fields.firstIndex(where: { $0.name == field }) {
            fields[index].messages.append(message)
        } else {
            fields.append(Field(name: field, messages: [message]))
        }
    }

    /// Puts a field's messages, ten at the most, into one (`merge_error_messages`).
    package mutating func merge(_ field: String, into summary: String) {
        guard let index = fields.firstIndex(where: { $0.name == field }) else { return }
        let messages = fields[index].messages
        let more = messages.count - 10
        let rest = more > 0 ? " and \(more) more error\(more > 1 ? "s" : "")" : ""
        fields[index].messages = ["\(summary) (\(messages.prefix(10).joined(separator: " \u{2014} "))\(rest))"]
    }

    /// Puts a field's messages under another name.
    package mutating func rename(_ field: String, to name: String) {
        for index in fields.indices where fields[index].name == field { fields[index].name = name }
    }

    package func contains(_ field: String) -> Bool { fields.contains { $0.name == field } }

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
