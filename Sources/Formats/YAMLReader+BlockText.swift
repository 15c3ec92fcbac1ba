/// Blocks of text: `|` keeps line breaks, `>` folds them.
extension YAMLReader {
    private enum Ending {
        case strip
        case clip
        case keep
    }

    /// The text whose mark is here, in a block that is indented by `indent`. The cursor stays at the beginning of the
    /// line behind it.
    mutating func blockText(below indent: Int) throws(YAML.SyntaxError) -> String {
        let isFolded = cursor.byte == UInt8(ascii: ">")
        cursor.position += 1
        let (ending, ownIndent) = try header()
        let least = max(indent + 1, 1)
        let column = ownIndent.map { least + $0 - 1 } ?? max(least, columnOfText())
        var text: [UInt8] = []
        // Line breaks since the last line that had something, without its own.
        var breaks = 0
        var isEmpty = true
        var endsInBreak = false
        var wasFlush = false
        while true {
            while cursor.column < column, cursor.byte == UInt8(ascii: " ") { cursor.position += 1 }
            if cursor.takeLineBreak() {
                breaks += 1
                continue
            }
            guard cursor.column == column, !cursor.isAtEnd else { break }
            let isFlush = cursor.byte != UInt8(ascii: " ") && cursor.byte != UInt8(ascii: "\t")
            if !isEmpty {
                if !(isFolded && wasFlush && isFlush) {
                    text.append(UInt8(ascii: "\n"))
                } else if breaks == 0 {
                    text.append(UInt8(ascii: " "))
                }
            }
            text += repeatElement(UInt8(ascii: "\n"), count: breaks)
            breaks = 0
            let start = cursor.position
            cursor.skipLine()
            text += cursor.bytes[start..<cursor.position]
            endsInBreak = cursor.takeLineBreak()
            isEmpty = false
            wasFlush = isFlush
        }
        if !cursor.isAtEnd { cursor.rewindLine() }
        if ending != .strip, endsInBreak { text.append(UInt8(ascii: "\n")) }
        if ending == .keep { text += repeatElement(UInt8(ascii: "\n"), count: breaks) }
        return cursor.text(text)
    }

    /// What stands behind the mark: `+` or `-` for the line breaks at the end, a digit for the indentation, a comment.
    private mutating func header() throws(YAML.SyntaxError) -> (Ending, indent: Int?) {
        var ending: Ending?
        var indent: Int?
        while !cursor.isSpace(0) {
            switch cursor.byte {
            case UInt8(ascii: "+") where ending == nil: ending = .keep
            case UInt8(ascii: "-") where ending == nil: ending = .strip
            case UInt8(ascii: "1")...UInt8(ascii: "9") where indent == nil:
                indent = Int(cursor.byte - UInt8(ascii: "0"))
            default: throw cursor.error(.header)
            }
            cursor.position += 1
        }
        try cursor.finishLine()
        _ = cursor.takeLineBreak()
        return (ending ?? .clip, indent)
    }

    /// The greatest column of the blank lines here and of the first that has something.
    private func columnOfText() -> Int {
        var ahead = cursor
        var column = 0
        repeat {
            ahead.skipBlanks()
            column = max(column, ahead.column)
        } while ahead.takeLineBreak()
        return column
    }
}
