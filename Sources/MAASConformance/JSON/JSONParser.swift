/// Reads JSON as RFC 8259 has it. Foundation's decoder cannot tell `4` from `4.0`, which the suite must.
struct JSONParser {
    /// What is wrong with a text, and where.
    struct Failure: Error, CustomStringConvertible {
        let line: Int
        let reason: String
        var description: String { "line \(line): \(reason)" }
    }

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func parse(_ bytes: some Sequence<UInt8>) throws -> JSON {
        var parser = JSONParser(Array(bytes))
        let value = try parser.value()
        parser.skipBlanks()
        guard parser.index == parser.bytes.count else { throw parser.failure("something follows the value") }
        return value
    }

    private func failure(_ reason: String) -> Failure {
        Failure(line: bytes.prefix(index).reduce(1) { $1 == 10 ? $0 + 1 : $0 }, reason: reason)
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [32, 9, 10, 13].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
        index += 1
        return true
    }

    private mutating func value() throws -> JSON {
        skipBlanks()
        depth += 1
        defer { depth -= 1 }
        guard depth < 200 else { throw failure("nested too deeply") }
        guard index < bytes.count else { throw failure("a value is missing") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws -> JSON {
        guard bytes[index...].starts(with: word.utf8) else { throw failure("not a JSON value") }
        index += word.utf8.count
        return value
    }

    private mutating func object() throws -> JSON {
        index += 1
        var members: [JSON.Member] = []
        if take("}") { return .object([]) }
        repeat {
            skipBlanks()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw failure("a key is missing") }
            let key = try string()
            if members.contains(where: { $0.key == key }) { throw failure("the key \"\(key)\" stands twice") }
            guard take(":") else { throw failure("a colon is missing after \"\(key)\"") }
            members.append(JSON.Member(key, try value()))
        } while take(",")
        guard take("}") else { throw failure("a comma or } is missing") }
        return .object(members)
    }

    private mutating func array() throws -> JSON {
        index += 1
        var elements: [JSON] = []
        if take("]") { return .array([]) }
        repeat { elements.append(try value()) } while take(",")
        guard take("]") else { throw failure("a comma or ] is missing") }
        return .array(elements)
    }

    private mutating func number() throws -> JSON {
        let start = index
        while index < bytes.count, "+-.eE0123456789".utf8.contains(bytes[index]) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
        let leadingZero =
            digits.count > 1 && digits.hasPrefix("0") && !digits.hasPrefix("0.") && !digits.lowercased().hasPrefix("0e")
        guard let first = digits.first, first.isNumber, digits.last?.isNumber == true, !leadingZero,
            let value = Double(text)
        else {
            index = start
            throw failure("not a JSON value")
        }
        if !text.contains(where: { ".eE".contains($0) }), let whole = Int(text) { return .int(whole) }
        return .float(value)
    }

    private mutating func string() throws -> String {
        index += 1
        var out: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: out, as: UTF8.self) else { throw failure("a string is no UTF-8") }
                return text
            case UInt8(ascii: "\\"): try escape(into: &out)
            case 0..<32: throw failure("a control character in a string")
            default: out.append(byte)
            }
        }
        throw failure("a string does not end")
    }

    private mutating func escape(into out: inout [UInt8]) throws {
        guard index < bytes.count else { throw failure("a string does not end") }
        let byte = bytes[index]
        index += 1
        let simple: [UInt8: UInt8] = [34: 34, 92: 92, 47: 47, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9]
        if let plain = simple[byte] {
            out.append(plain)
            return
        }
        guard byte == UInt8(ascii: "u") else { throw failure("an unknown escape") }
        var code = try hex()
        if (0xD800..<0xDC00).contains(code), index + 1 < bytes.count, bytes[index] == 92, bytes[index + 1] == 117 {
            index += 2
            let low = try hex()
            guard (0xDC00..<0xE000).contains(low) else { throw failure("half of a surrogate pair") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw failure("half of a surrogate pair") }
        out += Array(String(Character(scalar)).utf8)
    }

    private mutating func hex() throws -> UInt32 {
        guard index + 4 <= bytes.count,
            let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw failure("a \\u without four digits") }
        index += 4
        return code
    }
}

extension JSON {
    /// - Throws: `JSONParser.Failure`.
    init(parsing bytes: some Sequence<UInt8>) throws { self = try JSONParser.parse(bytes) }
    init(parsing text: String) throws { self = try JSONParser.parse(text.utf8) }
}
