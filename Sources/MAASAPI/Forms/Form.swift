import Formats
import MAASRegion

/// Reads the fields of a request the way Django's forms do, collecting their messages (`maas/00-protocol.md`,
/// section 4).
///
/// A field that is wrong reads as `.absent` and leaves its message in `errors`; `check()` refuses the request with
/// all of them.
package struct Form {
    package let parameters: Parameters
    var errors = FieldErrors()

    package init(_ parameters: Parameters) { self.parameters = parameters }

    package static let required = FieldErrors.required

    /// Whether the field was sent, be it empty.
    func isSent(_ name: String) -> Bool { parameters.contains(name) }

    package mutating func add(_ field: String, _ message: String) { errors.add(field, message) }

    /// One message in place of a field's several.
    package mutating func merge(_ field: String, into summary: String) { errors.merge(field, into: summary) }

    /// A message that concerns several fields.
    mutating func addToAll(_ message: String) { errors.add("__all__", message) }

    /// Throws what has been collected, if anything. `by: .model` for messages that MAAS raises when it saves.
    package func check(by check: Refusal.Check = .form) throws(Refusal) { try errors.check(by: check) }

    /// The text of a field with the blanks at its ends, which Django takes off text alone: a number, a choice or
    /// another object has none. Empty and absent told apart; with `required`, both leave a message.
    mutating func untrimmed(_ name: String, required: Bool = false) -> FormField<String> {
        let sent = parameters[name]
        if let sent, !sent.isEmpty { return .value(sent) }
        if required { errors.add(name, Self.required) }
        return required || sent == nil ? .absent : .empty
    }

    /// The text of a field without blanks at its ends; empty and absent told apart. With `required`, both leave a
    /// message.
    mutating func raw(_ name: String, required: Bool = false) -> FormField<String> {
        guard let sent = parameters[name] else {
            if required { errors.add(name, Self.required) }
            return .absent
        }
        let text = sent.strippedOfBlanks
        guard !text.isEmpty else {
            if required {
                errors.add(name, Self.required)
                return .absent
            }
            return .empty
        }
        return .value(text)
    }
}
