/// Tells whether Python's `str.format` can put values into a text, as MAAS does with notifications. Nothing is
/// rendered: no answer of the API shows the result.
package struct PythonFormat {
    private let values: [String: JSONValue]

    /// Whether every `{name}` of `text` has a value, and `{name.…}`, `{name[…]}`, `{name!r}` and `{name:…}` fit it.
    package static func canRender(_ text: String, _ values: [String: JSONValue]) -> Bool {
        PythonFormat(values: values).accepts(Array(text), depth: 2)
    }

    private func accepts(_ text: [Character], depth: Int) -> Bool {
        var index = 0
        while index < text.count {
            switch text[index] {
            case "}":
                guard index + 1 < text.count, text[index + 1] == "}" else { return false }
                index += 2
            case "{" where index + 1 < text.count && text[index + 1] == "{":
                index += 2
            case "{":
                guard let end = closing(text, from: index), field(Array(text[(index + 1)..<end]), depth: depth) else {
                    return false
                }
                index = end + 1
            default: index += 1
            }
        }
        return true
    }

    /// Where the brace at `start` is closed.
    private func closing(_ text: [Character], from start: Int) -> Int? {
        var open = 0
        for index in start..<text.count {
            if text[index] == "{" { open += 1 }
            if text[index] == "}" { open -= 1 }
            if open == 0 { return index }
        }
        return nil
    }

    /// What stands between two braces: a name, `!` and a conversion, `:` and a format, which may hold fields itself.
    private func field(_ text: [Character], depth: Int) -> Bool {
        guard depth > 0 else { return false }
        let end = text.firstIndex { $0 == "!" || $0 == ":" } ?? text.endIndex
        guard let value = value(String(text[..<end])) else { return false }
        var rest = text[end...]
        var isText = false
        if rest.first == "!" {
            rest = rest.dropFirst()
            guard let conversion = rest.popFirst(), "rsa".contains(conversion), rest.first ?? ":" == ":" else {
                return false
            }
            isText = true
        }
        guard rest.first == ":" else { return true }
        let format = Array(rest.dropFirst())
        guard accepts(format, depth: depth - 1) else { return false }
        // A format that is put together from values is taken on trust.
        return format.contains("{") || Self.fits(String(format), isText ? .string("") : value)
    }

    /// The value that `name`, `name[key]` or `name[0]` means.
    private func value(_ path: String) -> JSONValue? {
        let name = path.prefix { $0 != "." && $0 != "[" }
        guard !name.isEmpty, var value = values[String(name)] else { return nil }
        var rest = path.dropFirst(name.count)
        while !rest.isEmpty {
            // JSON values have no attributes that a message could want.
            guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return nil }
            let key = String(rest[rest.index(after: rest.startIndex)..<end])
            switch value {
            case .object(let members): if let member = members[key] { value = member } else { return nil }
            case .array(let elements):
                guard let index = Int(key), elements.indices.contains(index) else { return nil }
                value = elements[index]
            case .string(let text):
                guard let index = Int(key), index >= 0, index < text.count else { return nil }
                value = .string(String(Array(text)[index]))
            default: return nil
            }
            rest = rest[rest.index(after: end)...]
        }
        return value
    }

    /// Whether a format such as `>10` or `.2f` is one for a value of this kind.
    private static func fits(_ format: String, _ value: JSONValue) -> Bool {
        if format.isEmpty { return true }
        let shape = /(?:.?[<>=^])?([+\- ])?(#)?(0)?[0-9]*([,_])?(\.[0-9]+)?([a-zA-Z%])?/
        guard let parts = format.wholeMatch(of: shape) else { return false }
        let type = parts.6.map(String.init)
        switch value {
        case .string: return (type ?? "s") == "s" && parts.1 == nil && parts.2 == nil && parts.4 == nil
        case .bool, .integer:
            if parts.5 != nil, "bcdoxXn".contains(type ?? "d") { return false }
            return "bcdoxXneEfFgG%".contains(type ?? "d")
        case .number: return "neEfFgG%".contains(type ?? "g")
        default: return false
        }
    }
}
