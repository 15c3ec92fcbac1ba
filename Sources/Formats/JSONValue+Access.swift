/// What a value of one shape holds; `nil` or empty for every other shape.
extension JSONValue {
    /// The texts of a list of texts.
    package var strings: [String] {
        guard case .array(let elements) = self else { return [] }
        return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    /// The numbers of a list of whole numbers.
    package var integers: [Int] {
        guard case .array(let elements) = self else { return [] }
        return elements.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    }

    /// A member of an object.
    package subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var integer: Int? { if case .integer(let number) = self { number } else { nil } }

    /// A list of texts as one line of JSON.
    package static func text(of words: [String]) -> String { JSONValue.array(words.map(JSONValue.string)).text }
}
