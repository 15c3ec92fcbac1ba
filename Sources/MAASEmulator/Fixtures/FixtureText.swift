import Formats

/// The text of a fixture.
enum FixtureText {
    /// Reads it as JSON.
    /// - Throws: `FixtureError` that says, of what people often write, how to do without it.
    static func read(_ bytes: [UInt8]) throws -> JSONValue {
        if let hint = hint(bytes) { throw FixtureError(path: "", reason: "is not JSON: \(hint)") }
        do {
            return try JSONValue(parsing: bytes)
        } catch let error as JSONSyntaxError {
            throw FixtureError(path: "", reason: "is not JSON: \(error.reason)")
        }
    }

    /// What is wrong in a text that some readers of JSON would take, and others would not; `nil` when nothing is.
    private static func hint(_ bytes: [UInt8]) -> String? {
        var line = 1
        var isText = false
        var comma: Int?
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\n") { line += 1 }
            if isText {
                if byte == UInt8(ascii: "\\") { index += 1 } else if byte == UInt8(ascii: "\"") { isText = false }
                index += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): (isText, comma) = (true, nil)
            case UInt8(ascii: "/"), UInt8(ascii: "#"):
                return "it has no comments (line \(line)); write them as the text of a key \"about\""
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let comma { return "the comma before \(Character(UnicodeScalar(byte))) has to go (line \(comma))" }
            case UInt8(ascii: ","): comma = line
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
            default: comma = nil
            }
            index += 1
        }
        return nil
    }
}
