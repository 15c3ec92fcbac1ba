/// Reads JSON that is in order, in one pass over its bytes. What it does not take is left to Foundation, which says what
/// is wrong with it, or reads it after all: other encodings than UTF-8, numbers that are long or have exponents.
struct JSONParser {
    /// Something that it does not take.
    struct Unusual: Error {}

    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    private var depth = 0
    /// As deep as Foundation reads.
    private static let deepest = 500

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The value that the whole of these bytes stands for; `nil` when it does not take them.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONValue? {
        var parser = JSONParser(bytes)
        do {
            let value = try parser.value()
            parser.skipBlanks()
            return parser.position == bytes.count ? value : nil
        } catch {
            return nil
        }
    }

    var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
            default: return
            }
        }
    }

    /// Steps over a byte after blanks, if it is the next.
    mutating func takes(_ wanted: UInt8) -> Bool {
        skipBlanks()
        guard byte == wanted else { return false }
        position += 1
        return true
    }

    mutating func value() throws(Unusual) -> JSONValue {
        skipBlanks()
        switch byte {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Unusual) -> JSONValue {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count else { throw Unusual() }
        for offset in 0..<word.utf8CodeUnitCount where bytes[position + offset] != word.utf8Start[offset] {
            throw Unusual()
        }
        position = end
        return value
    }

    private mutating func enter() throws(Unusual) {
        position += 1
        depth += 1
        if depth > Self.deepest { throw Unusual() }
    }

    private mutating func object() throws(Unusual) -> JSONValue {
        try enter()
        defer { depth -= 1 }
        var members: [String: JSONValue] = [:]
        if takes(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipBlanks()
            guard byte == UInt8(ascii: "\"") else { throw Unusual() }
            let key = try string()
            guard takes(UInt8(ascii: ":")) else { throw Unusual() }
            // Which of two counts is Foundation's business.
            guard members.updateValue(try value(), forKey: key) == nil else { throw Unusual() }
        } while takes(UInt8(ascii: ","))
        guard takes(UInt8(ascii: "}")) else { throw Unusual() }
        return .object(members)
    }

    private mutating func array() throws(Unusual) -> JSONValue {
        try enter()
        defer { depth -= 1 }
        var elements: [JSONValue] = []
        if takes(UInt8(ascii: "]")) { return .array(elements) }
        repeat { elements.append(try value()) } while takes(UInt8(ascii: ","))
        guard takes(UInt8(ascii: "]")) else { throw Unusual() }
        return .array(elements)
    }

    /// An integer of up to 18 digits, or a fraction of up to 15, which are the same whatever they are read as.
    private mutating func number() throws(Unusual) -> JSONValue {
        let isNegative = byte == UInt8(ascii: "-")
        let sign = position
        if isNegative { position += 1 }
        let start = position
        var number = 0
        skipDigits { number = 10 * number + $0 }
        let count = position - start
        guard count > 0, bytes[start] != UInt8(ascii: "0") || count == 1 else { throw Unusual() }
        guard byte == UInt8(ascii: ".") else {
            guard isNumberOver, !isNegative || bytes[start] != UInt8(ascii: "0") else { throw Unusual() }
            return .integer(isNegative ? -number : number)
        }
        position += 1
        let point = position
        skipDigits { _ in }
        guard position > point, position - start <= 16, isNumberOver,
            let fraction = Double(String(decoding: bytes[sign..<position], as: UTF8.self))
        else { throw Unusual() }
        return .number(fraction)
    }

    /// Steps over up to 18 digits.
    private mutating func skipDigits(_ each: (Int) -> Void) {
        let start = position
        while let digit = byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit), position - start < 18 {
            each(Int(digit - UInt8(ascii: "0")))
            position += 1
        }
    }

    /// Whether what follows can follow a number.
    private var isNumberOver: Bool {
        switch byte {
        case nil, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: " "), UInt8(ascii: "\n"),
            UInt8(ascii: "\r"), UInt8(ascii: "\t"):
            true
        default: false
        }
    }

    mutating func string() throws(Unusual) -> String {
        position += 1
        let start = position
        while let next = byte {
            if next == UInt8(ascii: "\"") {
                let text = try text(start..<position)
                position += 1
                return text
            }
            if next == UInt8(ascii: "\\") { return try escaped(after: start) }
            if next < 0x20 { throw Unusual() }
            position += 1
        }
        throw Unusual()
    }

    private func text(_ range: Range<Int>) throws(Unusual) -> String {
        let bytes = UnsafeBufferPointer(rebasing: bytes[range])
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Unusual() }
        return text
    }

    /// A text in which the first escape has been found.
    private mutating func escaped(after start: Int) throws(Unusual) -> String {
        var unescaped = Array(bytes[start..<position])
        while let next = byte {
            switch next {
            case UInt8(ascii: "\""):
                position += 1
                guard let text = String(validating: unescaped, as: UTF8.self) else { throw Unusual() }
                return text
            case UInt8(ascii: "\\"):
                position += 1
                let scalar = try escape()
                if scalar.isASCII {
                    unescaped.append(UInt8(scalar.value))
                } else {
                    unescaped.append(contentsOf: String(scalar).utf8)
                }
            case 0..<0x20: throw Unusual()
            default:
                let start = position
                while let plain = byte, plain != UInt8(ascii: "\""), plain != UInt8(ascii: "\\"), plain >= 0x20 {
                    position += 1
                }
                unescaped.append(contentsOf: bytes[start..<position])
            }
        }
        throw Unusual()
    }

    private mutating func escape() throws(Unusual) -> Unicode.Scalar {
        guard let letter = byte else { throw Unusual() }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            // Halves of a pair are Foundation's business.
            guard let scalar = Unicode.Scalar(try unit()) else { throw Unusual() }
            return scalar
        default: throw Unusual()
        }
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws(Unusual) -> UInt16 {
        guard position + 4 <= bytes.count else { throw Unusual() }
        var unit: UInt16 = 0
        for digit in bytes[position..<position + 4] {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { throw Unusual() }
            unit = 16 * unit + UInt16(value)
        }
        position += 4
        return unit
    }
}
