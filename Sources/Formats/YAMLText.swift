/// Writes values as YAML in blocks, members in the order of their names, as MAAS's library does. What is written reads
/// as the same value; only members' names must not be longer than the 1024 characters that YAML allows a key.
package enum YAMLText {
    /// The lines of a list, indented by so many blanks.
    package static func list(_ elements: [[String: JSONValue]], indent: Int) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        return elements.flatMap { element in
            if element.isEmpty { return [blanks + "- {}"] }
            return element.sorted { $0.key < $1.key }.enumerated().flatMap { index, member in
                lines(member.key, member.value, blanks + (index == 0 ? "- " : "  "), blanks + "  ")
            }
        }
    }

    /// The lines of a mapping, one for each member, with lists and mappings in blocks.
    package static func mapping(_ members: [String: JSONValue], indent: Int = 0) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        return members.sorted { $0.key < $1.key }.flatMap { key, value in
            let key = blanks + text(key, inBrackets: false) + ":"
            switch value {
            case .object(let inner) where !inner.isEmpty: return [key] + mapping(inner, indent: indent + 2)
            case .array(let elements) where !elements.isEmpty:
                return [key] + elements.flatMap { element($0, indent: indent) }
            default: return ["\(key) \(scalar(value))"]
            }
        }
    }

    private static func element(_ value: JSONValue, indent: Int) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        guard case .object(let members) = value, !members.isEmpty else { return ["\(blanks)- \(scalar(value))"] }
        var lines = mapping(members, indent: indent + 2)
        lines[0] = "\(blanks)- " + lines[0].dropFirst(indent + 2)
        return lines
    }

    private static func lines(_ key: String, _ value: JSONValue, _ first: String, _ further: String) -> [String] {
        let key = text(key, inBrackets: false)
        guard case .array(let elements) = value else { return ["\(first)\(key): \(scalar(value))"] }
        if elements.isEmpty { return ["\(first)\(key): []"] }
        return ["\(first)\(key):"] + elements.map { "\(further)- \(scalar($0))" }
    }

    /// One value on a line; lists and mappings in brackets.
    package static func scalar(_ value: JSONValue) -> String { node(value, inBrackets: false) }

    private static func node(_ value: JSONValue, inBrackets: Bool) -> String {
        switch value {
        case .null, .bool, .integer: return value.text
        case .number(let number): return self.number(number)
        case .string(let text): return self.text(text, inBrackets: inBrackets)
        case .array(let elements):
            return "[" + elements.map { node($0, inBrackets: true) }.joined(separator: ", ") + "]"
        case .object(let members):
            let parts = members.sorted { $0.key < $1.key }.map { key, value in
                "\(text(key, inBrackets: true)): \(node(value, inBrackets: true))"
            }
            return "{" + parts.joined(separator: ", ") + "}"
        }
    }

    /// To YAML 1.1, a number without a point is whole or a text.
    private static func number(_ number: Double) -> String {
        if number.isNaN { return ".nan" }
        if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
        let text = number.description
        return text.contains(".") ? text : text.replacing("e", with: ".0e")
    }

    // MARK: Texts

    private static func text(_ text: String, inBrackets: Bool) -> String {
        if text.unicodeScalars.contains(where: needsEscape) {
            return "\"" + text.unicodeScalars.map(escaped).joined() + "\""
        }
        return isPlain(text, inBrackets: inBrackets) ? text : "'\(text.replacing("'", with: "''"))'"
    }

    /// Whether a text without control characters reads as itself without quotes.
    private static func isPlain(_ text: String, inBrackets: Bool) -> Bool {
        guard (try? YAMLScalar.plain(text)) == .string(text) else { return false }
        let bytes = Array(text.utf8)
        let isBeginning: (UInt8) -> Bool = {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || "_/.+=(".utf8.contains($0)
        }
        guard let first = bytes.first, isBeginning(first), !text.hasPrefix("..."), bytes.last != UInt8(ascii: " "),
            bytes.last != UInt8(ascii: ":")
        else { return false }
        return !bytes.contains { "'\"{}[]&*#?|<>`\\".utf8.contains($0) || (inBrackets && $0 == UInt8(ascii: ",")) }
            && !text.contains(": ")
    }

    /// Control characters, line ends of all kinds, and what YAML leaves out.
    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...: false
        default: true
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default: break
        }
        guard needsEscape(scalar) else { return String(scalar) }
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
