import Formats
import MAASRegion

/// Reads the fields of a request the way Django's forms do, collecting their messages.
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

    /// Has a field's messages under another name, which MAAS's form knows the field by.
    mutating func rename(_ field: String, to name: String) { errors.rename(field, to: name) }

    /// A message that concerns several fields.
    mutating func addToAll(_ message: String) { errors.add("__all__", message) }

    /// Refuses the value of a field that another object has.
    mutating func refuseDuplicate(_ field: String, of model: String, heldBy holder: Int?, besides own: Int?) {
        errors.refuseDuplicate(field, of: model, heldBy: holder, besides: own)
    }

    /// Throws what has been collected, if anything. `by: .model` for messages that MAAS raises when it saves.
    package func check(by check: Refusal.Check = .form) throws(Refusal) { try errors.check(by: check) }

    /// The text of a field without blanks at its ends; empty and absent told apart. With `required`, both leave a
    /// message.
    mutating func raw(_ name: String, required: Bool = false) -> FormField<String> {
        read(name, required: required, \.strippedOfBlanks)
    }

    /// The text of a field as it was sent: Django takes blanks off lines of text only, not off choices, numbers and
    /// patterns, so that a field of blanks alone is not empty.
    mutating func unstripped(_ name: String, required: Bool = false) -> FormField<String> {
        read(name, required: required, \.self)
    }

    private mutating func read(
        _ name: String, required: Bool, _ text: (String) -> String
    ) -> FormField<String> {
        guard let sent = parameters[name] else {
            if required { errors.add(name, Self.required) }
            return .absent
        }
        let text = text(sent)
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
