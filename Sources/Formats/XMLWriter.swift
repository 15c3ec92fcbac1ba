/// Writes XML with one element a line, each indented by its depth.
package struct XMLWriter {
    package private(set) var text: String
    private var depth = 0

    /// - Parameter declaration: What stands before the root.
    package init(declaration: String) { text = declaration }

    /// Writes an element that has others in it.
    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout XMLWriter) -> Void
    ) {
        open(name, attributes)
        text += ">\n"
        depth += 1
        body(&self)
        depth -= 1
        text += String(repeating: " ", count: depth) + "</\(name)>\n"
    }

    /// Writes an element that has only text; nothing where there is none.
    package mutating func leaf(_ name: String, _ content: String?, _ attributes: KeyValuePairs<String, String> = [:]) {
        guard let content, !content.isEmpty else { return }
        open(name, attributes)
        text += ">" + Self.escaped(content) + "</\(name)>\n"
    }

    /// Writes an element that has nothing in it but attributes.
    package mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        open(name, attributes)
        text += " />\n"
    }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        text += String(repeating: " ", count: depth) + "<" + name
        for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
    }

    /// A text as XML writes it; characters that XML has no room for are left out.
    package static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            default:
                let code = scalar.value
                if (0x20...0xFFFD).contains(code) || code >= 0x1_0000 { escaped.unicodeScalars.append(scalar) }
            }
        }
        return escaped
    }
}
