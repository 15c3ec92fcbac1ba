/// Percent-encoding, of URLs and of OAuth, on the bytes of UTF-8.
package enum PercentEncoding {
    /// The characters of ASCII that are written as they are.
    package struct Plain: Sendable {
        private var bits: UInt128 = 0

        package init(_ characters: String) {
            for byte in characters.utf8 where byte < 0x80 { bits |= 1 << UInt128(byte) }
        }

        /// What RFC 3986 calls unreserved: letters, digits and `-._~`. OAuth leaves just these alone.
        package static let unreserved = Plain(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

        package func union(_ characters: String) -> Plain {
            var union = self
            union.bits |= Plain(characters).bits
            return union
        }

        func contains(_ byte: UInt8) -> Bool { byte < 0x80 && bits >> UInt128(byte) & 1 == 1 }
    }

    /// Every other byte becomes `%` and two capital hexadecimal digits.
    package static func encode(_ text: String, keeping plain: Plain = .unreserved) -> String {
        if text.utf8.allSatisfy(plain.contains) { return text }
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if plain.contains(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// What is no valid UTF-8 is replaced; a `%` without two digits stays, as in Python.
    /// - Parameter plusIsBlank: whether `+` stands for a blank, as in forms.
    @inlinable package static func decode(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String {
        String(decoding: bytes(of: text.utf8, plusIsBlank: plusIsBlank), as: UTF8.self)
    }

    /// The bytes that others stand for, in whichever encoding they are.
    @inlinable package static func bytes(of text: some Collection<UInt8>, plusIsBlank: Bool = false) -> [UInt8] {
        let found = text.withContiguousStorageIfAvailable { Self.decoded($0, plusIsBlank) }
        return found ?? Array(text).withUnsafeBufferPointer { Self.decoded($0, plusIsBlank) }
    }

    /// The same of what lies in a row, which the compiler need not look up how to read.
    @usableFromInline static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, _ plusIsBlank: Bool) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count) { decoded, count in
            var index = 0
            while index < bytes.count {
                var byte = bytes[index]
                index += 1
                if byte == UInt8(ascii: "%"), index + 1 < bytes.count, let high = value(bytes[index]),
                    let low = value(bytes[index + 1])
                {
                    byte = high << 4 | low
                    index += 2
                } else if plusIsBlank, byte == UInt8(ascii: "+") {
                    byte = UInt8(ascii: " ")
                }
                decoded[count] = byte
                count += 1
            }
        }
    }

    /// What a hexadecimal digit counts.
    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
