import Formats
import SQLite

extension Row {
    /// The texts of the list that a column holds as JSON.
    package func strings(_ column: String) throws -> [String] {
        let text: String = try self[column]
        return text == "[]" ? [] : try JSONValue.strings(ofText: text.utf8)
    }
}

extension JSONValue {
    /// The JSON that a text column holds.
    package init(column: String, of row: Row) throws {
        try self.init(column: row[column] as String)
    }

    init(column text: String) throws {
        // Most such columns are empty, and parsing is slow beside reading a row.
        switch text {
        case "[]": self = .array([])
        case "{}": self = .object([:])
        default: self = try JSONValue(parsing: text.utf8)
        }
    }
}
