/// Scalars of YAML 1.1.
enum YAMLScalar {
    /// Where the colon is that ends a key at the beginning of a line; `nil` where there is no key.
    static func keyEnd(_ text: String) -> String.Index? {
        var quote: Character?
        var index = text.startIndex
        guard let first = text.first, first != "[", first != "{" else { return nil }
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            if let open = quote {
                if character == open { quote = nil }
            } else if (character == "'" || character == "\""), index == text.startIndex {
                quote = character
            } else if character == ":", next == text.endIndex || text[next] == " " {
                return index
            }
            index = next
        }
        return nil
    }

    /// A line without its comment and the blanks at its end.
    static func withoutComment(_ text: String) -> String {
        var quote: Character?
        var previous: Character = " "
        var kept = ""
        for character in text {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "'" || character == "\"", " ,[{:".contains(previous) {
                quote = character
            } else if character == "#", previous == " " || previous == "\t" {
                break
            }
            kept.append(character)
            previous = character
        }
        while kept.last?.isWhitespace == true { kept.removeLast() }
        return kept
    }

    /// What a plain scalar stands for.
    package static func plain(_ text: String) -> JSONValue {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": return .bool(true)
        case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": return .bool(false)
        default: break
        }
        if let number = integer(text) { return .integer(number) }
        if text.contains("."), text.contains(where: \.isNumber),
            text.allSatisfy({ $0.isNumber || ".+-eE_".contains($0) }),
            let number = Double(text.replacing("_", with: ""))
        {
            return .number(number)
        }
        return .string(text)
    }

    /// Decimal, octal (a leading 0), hexadecimal, binary and sexagesimal (`1:30`) whole numbers.
    private static func integer(_ text: String) -> Int? {
        var digits = Substring(text.replacing("_", with: ""))
        let sign = digits.first == "-" ? -1 : 1
        if digits.first == "-" || digits.first == "+" { digits = digits.dropFirst() }
        guard let first = digits.first, first.isASCII, first.isNumber else { return nil }
        let number: Int?
        if digits.hasPrefix("0x") {
            number = Int(digits.dropFirst(2), radix: 16)
        } else if digits.hasPrefix("0b") {
            number = Int(digits.dropFirst(2), radix: 2)
        } else if digits.contains(":") {
            let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
            let isTime = first != "0" && parts.allSatisfy(\.isDigits) && parts.dropFirst().allSatisfy { $0.count <= 2 }
            number = isTime ? parts.reduce(0) { $0 * 60 + (Int($1) ?? 0) } : nil
        } else if digits.count > 1, first == "0" {
            number = Int(digits, radix: 8)
        } else {
            number = digits.isDigits ? Int(digits) : nil
        }
        return number.map { sign * $0 }
    }

    /// A key as the text that JSON takes.
    static func keyText(_ key: JSONValue) -> String {
        if case .string(let text) = key { return text }
        return key.text
    }
}

/// Reads what stands in one piece: scalars, and lists and mappings in brackets.
struct YAMLFlowReader {
    private let text: [Character]
    private var index = 0
    private let failure: YAML.SyntaxError

    private init(_ text: String, _ failure: YAML.SyntaxError) {
        self.text = Array(text)
        self.failure = failure
    }

    package static func node(_ text: String, _ failure: YAML.SyntaxError) throws(YAML.SyntaxError) -> YAMLNode {
        var reader = YAMLFlowReader(text.strippedOfBlanks, failure)
        let node = try reader.node(inFlow: false)
        guard reader.index == reader.text.count else { throw failure }
        return node
    }

    static func isBalanced(_ text: String) -> Bool {
        text.count { "[{".contains($0) } <= text.count { "]}".contains($0) }
    }

    private mutating func skipBlanks() { while index < text.count, text[index] == " " { index += 1 } }

    private mutating func node(inFlow: Bool) throws(YAML.SyntaxError) -> YAMLNode {
        skipBlanks()
        guard index < text.count else { return .scalar(.null) }
        switch text[index] {
        case "[": return .list(try elements(until: "]").map(\.value))
        case "{": return .mapping(try elements(until: "}"))
        case "'", "\"": return .scalar(.string(try quoted()))
        case "&", "*", "!", "|", ">", "%", "@", "`": throw failure
        default: return .scalar(YAMLScalar.plain(try plain(inFlow: inFlow)))
        }
    }

    private mutating func elements(until close: Character) throws(YAML.SyntaxError) -> [(key: String, value: YAMLNode)]
    {
        index += 1
        var elements: [(key: String, value: YAMLNode)] = []
        while true {
            skipBlanks()
            guard index < text.count else { throw failure }
            if text[index] == close {
                index += 1
                return elements
            }
            var value = try node(inFlow: true)
            var key = ""
            skipBlanks()
            if close == "}" {
                guard case .scalar(let name) = value else { throw failure }
                key = YAMLScalar.keyText(name)
                value = .scalar(.null)
                if index < text.count, text[index] == ":" {
                    index += 1
                    value = try node(inFlow: true)
                }
            }
            elements.append((key, value))
            skipBlanks()
            if index < text.count, text[index] == "," {
                index += 1
            } else if index >= text.count || text[index] != close {
                throw failure
            }
        }
    }

    private mutating func plain(inFlow: Bool) throws(YAML.SyntaxError) -> String {
        var scalar = ""
        while index < text.count {
            let character = text[index]
            let next = index + 1 < text.count ? text[index + 1] : " "
            if character == ":", " ,[]{}".contains(next) {
                if inFlow { break }
                throw failure
            }
            if inFlow, ",[]{}".contains(character) { break }
            scalar.append(character)
            index += 1
        }
        return scalar.strippedOfBlanks
    }

    private mutating func quoted() throws(YAML.SyntaxError) -> String {
        let mark = text[index]
        index += 1
        var scalar = ""
        while index < text.count {
            let character = text[index]
            index += 1
            if character == mark {
                guard mark == "'", index < text.count, text[index] == "'" else { return scalar }
                scalar.append("'")
                index += 1
            } else if mark == "\"", character == "\\", index < text.count {
                scalar.append(Self.escapes[text[index]] ?? text[index])
                index += 1
            } else {
                scalar.append(character)
            }
        }
        throw failure
    }

    private static let escapes: [Character: Character] = ["n": "\n", "t": "\t", "r": "\r", "0": "\0"]
}
