/// A place in a text of YAML. The text is bytes, its lines end in line feeds, and a 0 stands for its end.
struct YAMLCursor {
    let bytes: [UInt8]
    private(set) var lineStart = 0
    private(set) var line = 1
    var position = 0

    /// Carriage returns end lines too; a byte order mark at the beginning is left out.
    init(_ text: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\r") {
                bytes.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
                bytes.append(byte)
            }
            previous = byte
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        self.bytes = bytes
    }

    /// Bytes from the beginning of the line. Only blanks and dashes stand before what is told apart by its column.
    var column: Int { position - lineStart }
    var isAtEnd: Bool { position >= bytes.count }
    var byte: UInt8 { peek(0) }

    func peek(_ distance: Int) -> UInt8 {
        let index = position + distance
        return index < bytes.count ? bytes[index] : 0
    }

    /// Whether a blank, a tab, the end of the line or of the text is so many bytes on.
    func isSpace(_ distance: Int) -> Bool {
        switch peek(distance) {
        case 0, 0x20, 0x09, 0x0A: true
        default: false
        }
    }

    /// Whether `---` or `...` stands at the beginning of a line here.
    var isAtMarker: Bool { isAtMarker(UInt8(ascii: "-")) || isAtMarker(UInt8(ascii: ".")) }

    func isAtMarker(_ mark: UInt8) -> Bool {
        column == 0 && peek(0) == mark && peek(1) == mark && peek(2) == mark && isSpace(3)
    }

    /// Whether no block goes on here.
    var isAtEndOfDocument: Bool { isAtEnd || isAtMarker }

    func error(_ fault: YAML.Fault) -> YAML.SyntaxError { YAML.SyntaxError(fault: fault, line: line) }

    func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Steps over a line feed.
    mutating func takeLineBreak() -> Bool {
        guard byte == UInt8(ascii: "\n") else { return false }
        position += 1
        lineStart = position
        line += 1
        return true
    }

    mutating func skipBlanks() { while byte == UInt8(ascii: " ") { position += 1 } }

    mutating func skipLine() { while !isAtEnd, byte != UInt8(ascii: "\n") { position += 1 } }

    /// Back to the beginning of the line.
    mutating func rewindLine() { position = lineStart }

    /// Goes to the next token, over blanks, comments and ends of lines.
    /// - Returns: whether it is on another line.
    @discardableResult
    mutating func skipToToken() throws(YAML.SyntaxError) -> Bool {
        let start = line
        repeat {
            skipBlanks()
            try skipComment()
        } while takeLineBreak()
        if byte == UInt8(ascii: "\t") { throw error(.tab) }
        return line != start
    }

    /// Goes over what may follow a value on its line: blanks and a comment.
    mutating func finishLine() throws(YAML.SyntaxError) {
        skipBlanks()
        try skipComment()
        if isAtEnd || byte == UInt8(ascii: "\n") { return }
        if byte == UInt8(ascii: "\t") { throw error(.tab) }
        throw error(byte == UInt8(ascii: ":") && isSpace(1) ? .nestedBlock : .trailing)
    }

    private mutating func skipComment() throws(YAML.SyntaxError) {
        guard byte == UInt8(ascii: "#") else { return }
        guard column == 0 || bytes[position - 1] == UInt8(ascii: " ") else { throw error(.comment) }
        skipLine()
    }

    /// Characters that YAML excludes, and line ends of other alphabets, which count as such but stay what they are.
    func checkCharacters() throws(YAML.SyntaxError) {
        var line = 1
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x0A: line += 1
            case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...: break
            case 0x85, 0x2028, 0x2029: throw YAML.SyntaxError(fault: .lineSeparator, line: line)
            default: throw YAML.SyntaxError(fault: .character, line: line)
            }
        }
    }
}
