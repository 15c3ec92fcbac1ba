/// Scalars on the lines of their blocks: plain, and in quotes.
extension YAMLReader {
    /// A scalar that begins here, in a block that is indented by `indent`; in brackets, where that is `nil`, anything
    /// else is indented right.
    mutating func scalar(below indent: Int?) throws(YAML.SyntaxError) -> JSONValue {
        switch cursor.byte {
        case UInt8(ascii: "'"): return .string(try singleQuoted())
        case UInt8(ascii: "\""): return .string(try doubleQuoted())
        default:
            try checkStart(inBrackets: indent == nil)
            let start = cursor
            let text = plainText(below: indent)
            do {
                return try YAMLScalar.plain(text)
            } catch {
                throw start.error(error)
            }
        }
    }

    /// Whether a plain scalar may begin with the character that is here.
    private func checkStart(inBrackets: Bool) throws(YAML.SyntaxError) {
        switch cursor.byte {
        case UInt8(ascii: "&"): throw cursor.error(.anchor)
        case UInt8(ascii: "*"): throw cursor.error(.alias)
        case UInt8(ascii: "!"): throw cursor.error(.tag)
        case UInt8(ascii: "%"): throw cursor.error(cursor.column == 0 ? .directive : .reserved)
        case UInt8(ascii: "?") where inBrackets: throw cursor.error(.complexKey)
        case UInt8(ascii: ":") where inBrackets || cursor.isSpace(1): throw cursor.error(.missingKey)
        case UInt8(ascii: "-") where cursor.isSpace(1): throw cursor.error(.nestedBlock)
        case UInt8(ascii: "#"): throw cursor.error(.comment)
        case let byte where ",[]{}|>@`".utf8.contains(byte): throw cursor.error(.reserved)
        default: break
        }
    }

    // MARK: Plain

    /// The text of a plain scalar, which goes on over lines that are indented further than its block. The cursor stays
    /// behind its last character.
    private mutating func plainText(below indent: Int?) -> String {
        var text: [UInt8] = []
        while true {
            let start = cursor.position
            while !endsPlain(inBrackets: indent == nil) { cursor.position += 1 }
            text += cursor.bytes[start..<cursor.position]
            let end = cursor
            guard let gap = plainGap(below: indent), cursor.byte != UInt8(ascii: "#"),
                !endsPlain(inBrackets: indent == nil)
            else {
                cursor = end
                return cursor.text(text)
            }
            text += gap
        }
    }

    /// Goes over blanks and ends of lines within a plain scalar.
    /// - Returns: what stands for them; `nil` where there are none, or where the next line is not the scalar's.
    private mutating func plainGap(below indent: Int?) -> [UInt8]? {
        let start = cursor.position
        cursor.skipBlanks()
        let end = cursor.position
        guard cursor.takeLineBreak() else { return end == start ? nil : Array(cursor.bytes[start..<end]) }
        let breaks = plainBreaks()
        return cursor.isAtMarker || cursor.column <= indent ?? -1 ? nil : breaks
    }

    /// Goes over blank lines. One line break is a blank; of more, the first is dropped.
    private mutating func plainBreaks() -> [UInt8] {
        var breaks: [UInt8] = []
        while !cursor.isAtMarker {
            cursor.skipBlanks()
            guard cursor.takeLineBreak() else { break }
            breaks.append(UInt8(ascii: "\n"))
        }
        return breaks.isEmpty ? [UInt8(ascii: " ")] : breaks
    }

    private func endsPlain(inBrackets: Bool) -> Bool {
        let byte = cursor.byte
        if cursor.isSpace(0) { return true }
        if byte == UInt8(ascii: ":") {
            return cursor.isSpace(1) || (inBrackets && ",[]{}".utf8.contains(cursor.peek(1)))
        }
        return inBrackets && ",?[]{}".utf8.contains(byte)
    }

    // MARK: Quoted

    private mutating func singleQuoted() throws(YAML.SyntaxError) -> String {
        let start = cursor
        var text: [UInt8] = []
        cursor.position += 1
        while !cursor.isAtEnd {
            if cursor.byte == UInt8(ascii: "'") {
                cursor.position += 1
                if cursor.byte != UInt8(ascii: "'") { return cursor.text(text) }
                text.append(UInt8(ascii: "'"))
                cursor.position += 1
            } else {
                try takeQuoted(into: &text)
            }
        }
        throw start.error(.openQuotes)
    }

    private mutating func doubleQuoted() throws(YAML.SyntaxError) -> String {
        let start = cursor
        var text: [UInt8] = []
        cursor.position += 1
        while !cursor.isAtEnd {
            switch cursor.byte {
            case UInt8(ascii: "\""):
                cursor.position += 1
                return cursor.text(text)
            case UInt8(ascii: "\\"):
                cursor.position += 1
                if cursor.takeLineBreak() {
                    text += try quotedBreaks()
                } else {
                    text += String(try escaped()).utf8
                }
            default: try takeQuoted(into: &text)
            }
        }
        throw start.error(.openQuotes)
    }

    /// One character that means itself, or a run of blanks, which line breaks fold.
    private mutating func takeQuoted(into text: inout [UInt8]) throws(YAML.SyntaxError) {
        guard cursor.isSpace(0) else {
            text.append(cursor.byte)
            cursor.position += 1
            return
        }
        let start = cursor.position
        skipSpacing()
        let end = cursor.position
        if cursor.takeLineBreak() {
            let breaks = try quotedBreaks()
            text += breaks.isEmpty ? [UInt8(ascii: " ")] : breaks
        } else {
            text += cursor.bytes[start..<end]
        }
    }

    private mutating func skipSpacing() {
        while [0x20, 0x09].contains(cursor.byte) { cursor.position += 1 }
    }

    /// Goes over the blanks that begin lines.
    /// - Returns: a line feed for each line that is blank.
    private mutating func quotedBreaks() throws(YAML.SyntaxError) -> [UInt8] {
        var breaks: [UInt8] = []
        while true {
            if cursor.isAtMarker { throw cursor.error(.openQuotes) }
            skipSpacing()
            guard cursor.takeLineBreak() else { return breaks }
            breaks.append(UInt8(ascii: "\n"))
        }
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{07}", UInt8(ascii: "b"): "\u{08}", UInt8(ascii: "t"): "\t",
        0x09: "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{0B}", UInt8(ascii: "f"): "\u{0C}",
        UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}", 0x20: " ", UInt8(ascii: "\""): "\"",
        UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}",
        UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
    ]

    private static let escapeLengths: [UInt8: Int] = [
        UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8,
    ]

    /// The character that stands behind a backslash.
    private mutating func escaped() throws(YAML.SyntaxError) -> Unicode.Scalar {
        let kind = cursor.byte
        if let scalar = Self.escapes[kind] {
            cursor.position += 1
            return scalar
        }
        guard let length = Self.escapeLengths[kind] else { throw cursor.error(.escape) }
        var code: UInt32 = 0
        for distance in 1...length {
            let digit = Character(Unicode.Scalar(cursor.peek(distance))).hexDigitValue
            guard let digit else { throw cursor.error(.escape) }
            code = code << 4 | UInt32(digit)
        }
        guard let scalar = Unicode.Scalar(code) else { throw cursor.error(.escape) }
        cursor.position += 1 + length
        return scalar
    }
}
