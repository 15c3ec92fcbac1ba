/// Lists and mappings in brackets, over as many lines as they take.
extension YAMLReader {
    /// What stands between two commas: a node, or a key and its value.
    private struct Entry {
        var node: JSONValue
        var value: JSONValue?
    }

    /// A list or mapping whose opening bracket is here.
    mutating func brackets() throws(YAML.SyntaxError) -> JSONValue {
        try nest()
        let start = cursor
        let isMapping = cursor.byte == UInt8(ascii: "{")
        let close = UInt8(ascii: isMapping ? "}" : "]")
        var elements: [JSONValue] = []
        var members = YAMLMembers()
        cursor.position += 1
        while try !isAtClosing(close, of: start) {
            let entry = try self.entry(close, of: start)
            if isMapping {
                try set(entry.node, entry.value ?? .null, in: &members)
            } else if let value = entry.value {
                // `key: value` in a list is a mapping of one.
                var member = YAMLMembers()
                try set(entry.node, value, in: &member)
                elements.append(member.json)
            } else {
                elements.append(entry.node)
            }
            if try isAtClosing(close, of: start) { break }
            guard cursor.byte == UInt8(ascii: ",") else { throw cursor.error(.flowEntry) }
            cursor.position += 1
        }
        cursor.position += 1
        if isMapping { return self.close(members) }
        depth -= 1
        return .array(elements)
    }

    private mutating func isAtClosing(_ close: UInt8, of start: YAMLCursor) throws(YAML.SyntaxError) -> Bool {
        try cursor.skipToToken()
        if cursor.isAtEndOfDocument { throw start.error(.openBrackets) }
        return cursor.byte == close
    }

    private func set(_ key: JSONValue, _ value: JSONValue, in members: inout YAMLMembers) throws(YAML.SyntaxError) {
        switch key {
        case .array, .object: throw cursor.error(.complexKey)
        default: if !members.set(key, value) { throw cursor.error(.keyCollision) }
        }
    }

    private mutating func entry(_ close: UInt8, of brackets: YAMLCursor) throws(YAML.SyntaxError) -> Entry {
        let start = cursor
        let node = try self.node()
        if try isAtClosing(close, of: brackets) || cursor.byte != UInt8(ascii: ":") { return Entry(node: node) }
        try checkKey(from: start)
        cursor.position += 1
        if try isAtClosing(close, of: brackets) || cursor.byte == UInt8(ascii: ",") {
            return Entry(node: node, value: .null)
        }
        return Entry(node: node, value: try self.node())
    }

    private mutating func node() throws(YAML.SyntaxError) -> JSONValue {
        if cursor.byte == UInt8(ascii: "[") || cursor.byte == UInt8(ascii: "{") { return try brackets() }
        return try scalar(below: nil)
    }
}
