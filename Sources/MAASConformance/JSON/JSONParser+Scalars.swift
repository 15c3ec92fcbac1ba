/// Numbers and strings, byte by byte as the RFC's grammar has them.
extension JSONParser {
    /// A number (RFC 8259, section 6). What is written as a whole number and fits 64 bits stays one.
    mutating func number() throws(Failure) -> JSON {
        let start = index
        if next == UInt8(ascii: "-") { index += 1 }
        if next == UInt8(ascii: "0") { index += 1 } else { try digits(start) }
        var isWhole = true
        if next == UInt8(ascii: ".") {
            isWhole = false
            index += 1
            try digits(start)
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            try digits(start)
        }
        if let byte = next, Self.isDigit(byte) { throw notAValue(start) }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
        if isWhole, let whole = Int(text) { return .int(whole) }
        guard let value = Double(text), value.isFinite else {
            throw failure("\(text.prefix(40)) is beyond what a 64-bit float can hold")
        }
        return .float(value)
    }

    /// One digit or more.
    private mutating func digits(_ start: Int) throws(Failure) {
        guard let first = next, Self.isDigit(first) else { throw notAValue(start) }
        repeat { index += 1 } while next.map(Self.isDigit) ?? false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private mutating func notAValue(_ start: Int) -> Failure {
        index = start
        return failure("not a JSON value")
    }

    /// A string (RFC 8259, section 7), from its opening quotation mark.
    mutating func string() throws(Failure) -> String {
        index += 1
        let start = index
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 32 { index += 1 }
        let plain = UnsafeBufferPointer(rebasing: bytes[start..<index])
        if next == UInt8(ascii: "\"") {
            let text = try checked(plain)
            index += 1
            return text
        }
        return try string(after: plain)
    }

    /// The rest of a string that has escapes in it, or a mistake.
    private mutating func string(after plain: UnsafeBufferPointer<UInt8>) throws(Failure) -> String {
        var out = Array(plain)
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                let text = try out.withUnsafeBufferPointer { bytes throws(Failure) in try checked(bytes) }
                index += 1
                return text
            case UInt8(ascii: "\\"):
                index += 1
                try escape(into: &out)
            case 0..<32: throw failure("a control character in a string")
            default:
                index += 1
                out.append(byte)
            }
        }
        throw failure("a string does not end")
    }

    private borrowing func checked(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw failure("a string is not UTF-8") }
        return text
    }

    private mutating func escape(into out: inout [UInt8]) throws(Failure) {
        guard let byte = next else { throw failure("a string does not end") }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "b"): out.append(8)
        case UInt8(ascii: "f"): out.append(12)
        case UInt8(ascii: "n"): out.append(10)
        case UInt8(ascii: "r"): out.append(13)
        case UInt8(ascii: "t"): out.append(9)
        case UInt8(ascii: "u"):
            index += 1
            out += UTF8.encode(try scalar()) ?? UTF8.encodedReplacementCharacter
            return
        default: throw failure("an unknown escape")
        }
        index += 1
    }

    /// The character behind `\u`, which takes two escapes where it is beyond 16 bits.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        var code = try hexadecimal()
        if UTF16.isLeadSurrogate(UInt16(truncatingIfNeeded: code)), next == UInt8(ascii: "\\"),
            bytes[(index + 1)...].first == UInt8(ascii: "u")
        {
            index += 2
            let trail = try hexadecimal()
            guard UTF16.isTrailSurrogate(UInt16(truncatingIfNeeded: trail)) else {
                throw failure("half of a surrogate pair")
            }
            code = 0x10000 + (code - 0xD800) << 10 + (trail - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw failure("half of a surrogate pair") }
        return scalar
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap(Self.hexadecimalDigit) else { throw failure("a \\u without four digits") }
            code = code << 4 | digit
            index += 1
        }
        return code
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
