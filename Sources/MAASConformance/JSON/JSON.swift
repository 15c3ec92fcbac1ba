/// A JSON value as it was written: whole and decimal numbers stay apart (clients in typed languages choke on `4.0`
/// where MAAS sends `4`), and objects keep the order of their keys.
public enum JSON: Sendable, Equatable {
    /// `null`, which is something: a key with it is not missing.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number written without a point and an exponent, of up to 64 bits.
    case int(Int)
    /// Any number written with a fraction or an exponent, or too large for `int`.
    case float(Double)
    /// A text, its escapes undone.
    case string(String)
    /// A list.
    case array([JSON])
    /// Keys and values in the order they were written, each key once.
    case object([Member])

    /// A key of an object and its value.
    public struct Member: Sendable, Equatable {
        /// Its escapes undone.
        public var key: String
        /// What stands behind the colon.
        public var value: JSON

        /// A key and its value, for objects that the suite writes.
        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// The value under a key of an object; `nil` when there is none, or this is no object.
    public subscript(_ key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The members of an object; `nil` for any other value.
    public var members: [Member]? { if case .object(let members) = self { members } else { nil } }
    /// The elements of a list; `nil` for any other value.
    public var elements: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
    /// The text of a string; `nil` for any other value.
    public var text: String? { if case .string(let text) = self { text } else { nil } }
    /// A whole number; `nil` for any other value, `4.0` included.
    public var whole: Int? { if case .int(let number) = self { number } else { nil } }
    /// `true` or `false`; `nil` for any other value.
    public var truth: Bool? { if case .bool(let truth) = self { truth } else { nil } }
    /// Any number, as a float; `nil` for any other value.
    public var number: Double? {
        switch self {
        case .int(let number): Double(number)
        case .float(let number): number
        default: nil
        }
    }

    /// `int`, `float`, `string`, `bool`, `null`, `array` or `object`.
    public var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .float: "float"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// The value at `a.b.0.c`; `[key=value]` picks from a list. An empty path is the value itself.
    public func at(_ path: String) -> JSON? {
        var here: JSON? = self
        for part in path.split(separator: ".") {
            guard let value = here else { return nil }
            if part.hasPrefix("["), part.hasSuffix("]"), let equals = part.firstIndex(of: "=") {
                let key = part[part.index(after: part.startIndex)..<equals]
                let wanted = part[part.index(after: equals)...].dropLast()
                here = value.elements?.first { $0[String(key)]?.plain == String(wanted) }
            } else if let index = Int(part), let elements = value.elements {
                here = elements.indices.contains(index) ? elements[index] : nil
            } else {
                here = value[String(part)]
            }
        }
        return here
    }

    /// As it is written into a path or a form: strings bare, everything else as JSON.
    public var plain: String { text ?? written }
}
