import Formats

/// Messages by field, in the order the fields were checked.
struct FieldErrors: Equatable, Sendable {
    struct Field: Equatable, Sendable {
        let name: String
        var messages: [String]
    }

    /// The field that stands for several, or for the whole.
    static let all = "__all__"
    /// What is said of a field that must be sent.
    static let required = "This field is required."

    private(set) var fields: [Field] = []

    init() {}

    init(_ field: String, _ message: String) { fields = [Field(name: field, messages: [message])] }

    var isEmpty: Bool { fields.isEmpty }

    mutating func add(_ field: String, _ message: String) {
        if let index = fields.firstIndex(where: { $0.name == field }) {
            fields[index].messages.append(message)
        } else {
            fields.append(Field(name: field, messages: [message]))
        }
    }

    /// Puts a field's messages, ten at the most, into one (`merge_error_messages`).
    mutating func merge(_ field: String, into summary: String) {
        guard let index = fields.firstIndex(where: { $0.name == field }) else { return }
        let messages = fields[index].messages
        let more = messages.count - 10
        let rest = more > 0 ? " and \(more) more error\(more > 1 ? "s" : "")" : ""
        fields[index].messages = ["\(summary) (\(messages.prefix(10).joined(separator: " \u{2014} "))\(rest))"]
    }

    func contains(_ field: String) -> Bool { fields.contains { $0.name == field } }

    /// Throws what has been collected, if anything.
    func check(by check: Refusal.Check = .form) throws(Refusal) {
        if !isEmpty { throw .invalidFields(self, by: check) }
    }
}

extension FieldErrors: CustomStringConvertible {
    /// As Python prints the errors that it raises: `{'name': ['This field is required.']}`.
    var description: String {
        let members = fields.map {
            "\(pythonQuoted($0.name)): [\($0.messages.map(pythonQuoted).joined(separator: ", "))]"
        }
        return "{\(members.joined(separator: ", "))}"
    }
}
