import Formats
import SQLite

/// What a text column holds as JSON: parsed where somebody looks into it, for many only pass it on.
package struct JSONColumn: Sendable {
    private enum Content: Sendable {
        case text(String)
        case value(JSONValue)
    }

    private let content: Content

    package init(_ value: JSONValue) { content = .value(value) }

    package init(_ column: String, of row: Row) throws { content = .text(try row[column]) }

    package var value: JSONValue {
        get throws {
            switch content {
            case .text(let text): try JSONValue(column: text)
            case .value(let value): value
            }
        }
    }

    /// A member of an object; the others are not read for it.
    func member(_ name: String) throws -> JSONValue? {
        switch content {
        case .text(let text): try JSONValue.member(name, ofText: text.utf8)
        case .value(let value): value[name]
        }
    }

    /// As it is stored.
    var text: String {
        switch content {
        case .text(let text): text
        case .value(let value): value.text
        }
    }
}
