import SQLite

extension JSONValue {
    /// The JSON that a text column holds.
    init(column: String, of row: Row) throws {
        let text: String = try row[column]
        // Most such columns are empty, and parsing is slow beside reading a row.
        switch text {
        case "[]": self = .array([])
        case "{}": self = .object([:])
        default: self = try JSONValue(parsing: text.utf8)
        }
    }

    /// The texts of a list of texts.
    var strings: [String] {
        guard case .array(let elements) = self else { return [] }
        return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    /// The numbers of a list of whole numbers.
    var integers: [Int] {
        guard case .array(let elements) = self else { return [] }
        return elements.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    }

    /// A member of an object.
    subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }
}
