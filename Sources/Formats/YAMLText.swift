/// Writes values as YAML in blocks, members in the order of their names, as MAAS's library does.
package enum YAMLText {
    /// The lines of a list, indented by so many blanks.
    package static func list(_ elements: [[String: JSONValue]], indent: Int) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        return elements.flatMap { element in
            element.sorted { $0.key < $1.key }.enumerated().flatMap { index, member in
                lines(member.key, member.value, blanks + (index == 0 ? "- " : "  "), blanks + "  ")
            }
        }
    }

    private static func lines(_ key: String, _ value: JSONValue, _ first: String, _ further: String) -> [String] {
        guard case .array(let elements) = value else { return ["\(first)\(key): \(scalar(value))"] }
        if elements.isEmpty { return ["\(first)\(key): []"] }
        return ["\(first)\(key):"] + elements.map { "\(further)- \(scalar($0))" }
    }

    /// One value on a line.
    package static func scalar(_ value: JSONValue) -> String {
        guard case .string(let text) = value else { return value.text }
        return needsQuotes(text) ? "'\(text.replacing("'", with: "''"))'" : text
    }

    /// Whether a text would be read as something else without quotes.
    private static func needsQuotes(_ text: String) -> Bool {
        let words: Set<String> = ["", "~", "null", "true", "false", "yes", "no", "on", "off", "=", "<<"]
        if words.contains(text.lowercased()) { return true }
        if text.wholeMatch(of: /[-+]?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+][0-9]+)?|0x[0-9a-fA-F_]+|[-+]?\.[0-9]+/) != nil {
            return true
        }
        if text.wholeMatch(of: /[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[0-9]+(:[0-5]?[0-9])+/) != nil { return true }
        guard text.wholeMatch(of: /[A-Za-z0-9_\/.+=(][^'"{}\[\]&*#?|<>%@`\\]*/) != nil else { return true }
        return text.contains(": ") || text.hasSuffix(":") || text.hasSuffix(" ")
    }
}
