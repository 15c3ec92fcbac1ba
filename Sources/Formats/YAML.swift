/// As much of YAML as the metadata of scripts needs: block and flow mappings and lists, plain and quoted scalars,
/// texts over several lines (`|` and `>`), comments, and what YAML 1.1 reads as numbers, switches and nothing.
///
/// Anchors, aliases, tags, keys that are no scalars, several documents and scalars that go on over lines without a
/// mark are refused; dates are read as text.
package enum YAML {
    /// A mapping whose members keep their order.
    package typealias Mapping = [(key: String, value: JSONValue)]

    package struct SyntaxError: Error {
        package let message: String
    }

    /// Reads a text that is a mapping.
    /// - Returns: `nil` when it is empty or something else.
    package static func mapping(_ text: String) throws(SyntaxError) -> Mapping? {
        var reader = YAMLBlockReader(text)
        guard case .mapping(let members)? = try reader.document() else { return nil }
        return members.map { ($0.key, $0.value.json) }
    }

    /// Reads a text.
    package static func value(_ text: String) throws(SyntaxError) -> JSONValue {
        var reader = YAMLBlockReader(text)
        return try reader.document()?.json ?? .null
    }
}

/// A node of a YAML document.
package indirect enum YAMLNode {
    case scalar(JSONValue)
    case list([YAMLNode])
    case mapping([(key: String, value: YAMLNode)])

    /// The same as JSON, where the order of members is lost and the last of a name counts.
    package var json: JSONValue {
        switch self {
        case .scalar(let value): value
        case .list(let elements): .array(elements.map(\.json))
        case .mapping(let members):
            .object(Dictionary(members.map { ($0.key, $0.value.json) }) { $1 })
        }
    }
}

/// Reads blocks: what is told apart by indentation.
struct YAMLBlockReader {
    private struct Line {
        let indent: Int
        let text: String
        let number: Int
    }

    private var lines: [Line] = []
    private let raw: [String]
    private var position = 0

    init(_ text: String) {
        raw = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (number, line) in raw.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            let content = YAMLScalar.withoutComment(String(line.dropFirst(indent)))
            if !content.isEmpty { lines.append(Line(indent: indent, text: content, number: number)) }
        }
        lines.removeAll { $0.text == "---" || $0.text == "..." }
    }

    package mutating func document() throws(YAML.SyntaxError) -> YAMLNode? {
        guard let first = lines.first else { return nil }
        let node = try block(indent: first.indent)
        if position < lines.count { throw error("unexpected indentation") }
        return node
    }

    private func error(_ reason: String) -> YAML.SyntaxError {
        let number = position < lines.count ? lines[position].number : raw.count
        return YAML.SyntaxError(message: "\(reason) in line \(number + 1)")
    }

    private mutating func block(indent: Int) throws(YAML.SyntaxError) -> YAMLNode {
        let line = lines[position]
        if line.text == "-" || line.text.hasPrefix("- ") { return try list(indent: indent) }
        if YAMLScalar.keyEnd(line.text) != nil { return try mapping(indent: indent) }
        position += 1
        return try YAMLFlowReader.node(line.text, error("cannot read the value"))
    }

    private mutating func list(indent: Int) throws(YAML.SyntaxError) -> YAMLNode {
        var elements: [YAMLNode] = []
        while position < lines.count, lines[position].indent == indent,
            lines[position].text == "-" || lines[position].text.hasPrefix("- ")
        {
            let line = lines[position]
            let rest = line.text.dropFirst()
            let gap = rest.prefix { $0 == " " }.count
            let content = String(rest.dropFirst(gap))
            if content.isEmpty {
                position += 1
                elements.append(try nested(below: indent))
            } else if content == "-" || content.hasPrefix("- ") || YAMLScalar.keyEnd(content) != nil {
                // What begins beside its dash is indented by what stands before it.
                lines[position] = Line(indent: indent + 1 + gap, text: content, number: line.number)
                elements.append(try block(indent: indent + 1 + gap))
            } else {
                elements.append(try value(content, indent: indent))
            }
        }
        return .list(elements)
    }

    private mutating func mapping(indent: Int) throws(YAML.SyntaxError) -> YAMLNode {
        var members: [(key: String, value: YAMLNode)] = []
        while position < lines.count, lines[position].indent == indent {
            let text = lines[position].text
            guard let end = YAMLScalar.keyEnd(text) else { throw error("expected a key") }
            guard case .scalar(let key) = try YAMLFlowReader.node(String(text[..<end]), error("cannot read the key"))
            else { throw error("a key must be a scalar") }
            let content = text[text.index(after: end)...].strippedOfBlanks
            let value: YAMLNode
            if content.isEmpty {
                position += 1
                value = try nested(below: indent, orListAt: indent)
            } else {
                value = try self.value(content, indent: indent)
            }
            members.append((YAMLScalar.keyText(key), value))
        }
        return .mapping(members)
    }

    /// What follows a key or a dash on its own: something indented further, or nothing.
    private mutating func nested(below indent: Int, orListAt listIndent: Int? = nil) throws(YAML.SyntaxError)
        -> YAMLNode
    {
        guard position < lines.count else { return .scalar(.null) }
        let next = lines[position]
        if next.indent > indent { return try block(indent: next.indent) }
        if let listIndent, next.indent == listIndent, next.text == "-" || next.text.hasPrefix("- ") {
            return try list(indent: listIndent)
        }
        return .scalar(.null)
    }

    /// A value that begins on the line of its key or dash.
    private mutating func value(_ content: String, indent: Int) throws(YAML.SyntaxError) -> YAMLNode {
        if let style = content.first, style == "|" || style == ">" {
            return .scalar(.string(text(folded: style == ">", mark: content, indent: indent)))
        }
        let failure = error("cannot read the value")
        position += 1
        // Flow collections may go on over lines.
        var whole = content
        while content.first == "[" || content.first == "{", !YAMLFlowReader.isBalanced(whole), position < lines.count {
            whole += " " + lines[position].text
            position += 1
        }
        return try YAMLFlowReader.node(whole, failure)
    }

    /// A text over several lines, with line breaks kept or folded to blanks.
    private mutating func text(folded: Bool, mark: String, indent: Int) -> String {
        let start = lines[position].number + 1
        var body: [String] = []
        var own: Int?
        for line in raw[start...] {
            let blanks = line.prefix { $0 == " " }.count
            if blanks < line.count {
                let limit = own ?? blanks
                if blanks <= indent || blanks < limit { break }
                own = limit
            }
            body.append(String(line.dropFirst(own ?? blanks)))
        }
        let next = start + body.count
        position += 1
        while position < lines.count, lines[position].number < next { position += 1 }
        while body.last?.isEmpty == true { body.removeLast() }
        let ending = mark.contains("-") || body.isEmpty ? "" : "\n"
        guard folded else { return body.joined(separator: "\n") + ending }
        var text = ""
        for line in body {
            if line.isEmpty {
                text += "\n"
            } else {
                text += text.isEmpty || text.hasSuffix("\n") ? line : " " + line
            }
        }
        return text + ending
    }
}
