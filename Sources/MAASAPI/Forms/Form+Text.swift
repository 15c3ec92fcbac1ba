import Formats

extension Form {
    /// A line of text, as Django's `CharField` reads it: blanks at its ends go.
    package mutating func text(
        _ name: String, required: Bool = false, minLength: Int? = nil, maxLength: Int? = nil
    ) -> FormField<String> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field }
        if text.unicodeScalars.contains("\0") {
            errors.add(name, "Null characters are not allowed.")
            return .absent
        }
        let length = text.unicodeScalars.count
        if let minLength, length < minLength {
            errors.add(name, "Ensure this value has at least \(minLength) characters (it has \(length)).")
            return .absent
        }
        if let maxLength, length > maxLength {
            errors.add(name, "Ensure this value has at most \(maxLength) characters (it has \(length)).")
            return .absent
        }
        return field
    }

    /// The name of a zone or a resource pool: letters, digits and `_` first, then also blanks and hyphens; 256 at
    /// most.
    mutating func objectName(_ name: String = "name", required: Bool) -> FormField<String> {
        pattern(name, required: required, maxLength: 256) { text in
            guard let first = text.first, first.isWordCharacter else { return false }
            return text.allSatisfy { $0.isWordCharacter || $0 == " " || $0 == "-" }
        }
    }

    /// Text that must pass a test; Django's `RegexValidator` and its message, which stands before that of the length.
    package mutating func pattern(
        _ name: String, required: Bool, maxLength: Int? = nil, message: String = "Enter a valid value.",
        _ isValid: (String) -> Bool
    ) -> FormField<String> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field }
        if text.unicodeScalars.contains("\0") {
            errors.add(name, "Null characters are not allowed.")
            return .absent
        }
        let length = text.unicodeScalars.count
        var isRefused = false
        if !isValid(text) {
            errors.add(name, message)
            isRefused = true
        }
        if let maxLength, length > maxLength {
            errors.add(name, "Ensure this value has at most \(maxLength) characters (it has \(length)).")
            isRefused = true
        }
        return isRefused ? .absent : field
    }

    /// A list in one text, parted by commas, without the blanks around its items, none of which may be empty; empty when
    /// sent empty (Django's `SimpleArrayField`).
    mutating func commaList(_ name: String) -> FormField<[String]> {
        let field = unstripped(name)
        guard let text = field.value else { return field.map { _ in [] } }
        let items = text.split(separator: ",", omittingEmptySubsequences: false).map(\.strippedOfBlanks)
        for (index, item) in items.enumerated() {
            let isNull = item.unicodeScalars.contains("\0")
            guard item.isEmpty || isNull else { continue }
            let reason = isNull ? Self.nullCharacters : Self.required
            errors.add(name, "Item \(index + 1) in the array did not validate: \(reason)")
        }
        return errors.contains(name) ? .absent : .value(items)
    }
}
