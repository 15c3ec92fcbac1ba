import Foundation

extension JSON {
    /// On one line.
    public var written: String {
        var out = ""
        write(into: &out, indent: nil, level: 0)
        return out
    }

    /// Over several lines, indented by two.
    public var pretty: String {
        var out = ""
        write(into: &out, indent: 2, level: 0)
        return out
    }

    private func write(into out: inout String, indent: Int?, level: Int) {
        switch self {
        case .null: out += "null"
        case .bool(let truth): out += truth ? "true" : "false"
        case .int(let number): out += String(number)
        case .float(let number): out += number.isFinite ? String(number) : "null"
        case .string(let text): out += Self.quoted(text)
        case .array(let elements):
            Self.list(into: &out, ("[", "]"), indent, level, elements) { element, out in
                element.write(into: &out, indent: indent, level: level + 1)
            }
        case .object(let members):
            Self.list(into: &out, ("{", "}"), indent, level, members) { member, out in
                out += Self.quoted(member.key) + ": "
                member.value.write(into: &out, indent: indent, level: level + 1)
            }
        }
    }

    private static func list<Item>(
        into out: inout String, _ brackets: (String, String), _ indent: Int?, _ level: Int, _ items: [Item],
        _ write: (Item, inout String) -> Void
    ) {
        out += brackets.0
        for (index, item) in items.enumerated() {
            if index > 0 { out += indent == nil ? ", " : "," }
            if let indent { out += "\n" + String(repeating: " ", count: indent * (level + 1)) }
            write(item, &out)
        }
        if let indent, !items.isEmpty { out += "\n" + String(repeating: " ", count: indent * level) }
        out += brackets.1
    }

    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 32: out += "\\u" + String(format: "%04x", scalar.value)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
