import Formats
import MAASRegion

extension Form {
    /// One of a set of words, with Django's message for others.
    mutating func choice(_ name: String, of choices: [String], required: Bool = false) -> FormField<String> {
        let field = unstripped(name, required: required)
        guard let text = field.value else { return field }
        guard choices.contains(text) else {
            errors.add(name, FieldErrors.unknownChoice(text))
            return .absent
        }
        return field
    }

    /// One of a set of words, with MAAS's own message, which lists them; `title` is what it calls the field there.
    mutating func listedChoice(
        _ name: String, of choices: [String], required: Bool = false, isCaseSensitive: Bool = true,
        as title: String? = nil
    ) -> FormField<String> {
        let field = unstripped(name, required: required)
        guard let text = field.value else { return field }
        let word = isCaseSensitive ? text : text.lowercased()
        guard let found = choices.first(where: { $0 == word }) else {
            errors.add(name, Self.listedChoiceMessage(title ?? name, word, choices))
            return .absent
        }
        return .value(found)
    }

    /// `'X' is not a valid FIELD.  It should be one of: 'a', 'b'.`
    static func listedChoiceMessage(_ name: String, _ text: String, _ choices: [String]) -> String {
        let list = choices.map { "'\($0)'" }.joined(separator: ", ")
        return "'\(text)' is not a valid \(name).  It should be one of: \(list)."
    }

    /// Another object, found by what was sent; Django's message when there is none.
    package mutating func reference<Object>(
        _ name: String, required: Bool = false, find: (String) throws -> Object?
    ) throws -> FormField<Object> {
        let field = unstripped(name, required: required)
        switch field {
        case .absent: return .absent
        case .empty: return .empty
        case .value(let text):
            // What the database cannot even look for is no choice.
            if !text.unicodeScalars.contains("\0"), let object = try find(text) { return .value(object) }
            errors.add(name, Self.unknownReference)
            return .absent
        }
    }

    static let unknownReference =
        "Select a valid choice. That choice is not one of the available choices."
}
