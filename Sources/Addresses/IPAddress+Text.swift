/// Reading and writing addresses exactly as `inet_pton` and `inet_ntop` of the C library do.
extension IPAddress: CustomStringConvertible {
    /// Reads dotted-quad IPv4, or any spelling of IPv6; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        if bytes.contains(UInt8(ascii: ":")) {
            guard let value = Self.v6(bytes) else { return nil }
            self.init(.v6, value)
        } else {
            guard let value = Self.v4(bytes[...]) else { return nil }
            self.init(.v4, UInt128(value))
        }
    }

    /// Four decimal numbers up to 255, without leading zeros.
    private static func v4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0") else { return nil }
            var octet: UInt32 = 0
            for byte in part {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                octet = octet * 10 + UInt32(byte - UInt8(ascii: "0"))
            }
            guard octet <= 255 else { return nil }
            value = value << 8 | octet
        }
        return value
    }

    /// Groups of up to four hexadecimal digits, one run of zeros left out as `::`, the last two perhaps dotted.
    private static func v6(_ bytes: [UInt8]) -> UInt128? {
        var halves: [ArraySlice<UInt8>] = [bytes[...]]
        for index in bytes.indices.dropLast()
        where bytes[index] == UInt8(ascii: ":") && bytes[index + 1] == bytes[index] {
            halves = [bytes[..<index], bytes[(index + 2)...]]
            break
        }
        let isShortened = halves.count == 2
        guard let head = groups(halves[0], mayEndDotted: !isShortened),
            let tail = isShortened ? groups(halves[1], mayEndDotted: true) : []
        else { return nil }
        let missing = 8 - head.count - tail.count
        guard isShortened ? missing >= 1 : missing == 0 else { return nil }
        let words = head + Array(repeating: 0, count: missing) + tail
        return words.reduce(0) { $0 << 16 | UInt128($1) }
    }

    private static func groups(_ bytes: ArraySlice<UInt8>, mayEndDotted: Bool) -> [UInt16]? {
        if bytes.isEmpty { return [] }
        var words: [UInt16] = []
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if mayEndDotted, index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
                guard let dotted = v4(part) else { return nil }
                words += [UInt16(dotted >> 16), UInt16(dotted & 0xFFFF)]
            } else {
                guard (1...4).contains(part.count) else { return nil }
                var word: UInt16 = 0
                for byte in part {
                    guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
                    word = word << 4 | UInt16(digit)
                }
                words.append(word)
            }
        }
        return words
    }

    /// The canonical text: lower case, the longest run of at least two zero groups as `::`.
    package var description: String {
        if family == .v4 { return Self.dotted(UInt32(value)) }
        let words = (0..<8).map { UInt16(truncatingIfNeeded: value >> (112 - 16 * $0)) }
        let zeros = Self.longestZeros(words)
        if zeros.lowerBound == 0, zeros.count == 6 || (zeros.count == 5 && words[5] == 0xFFFF) {
            return (zeros.count == 6 ? "::" : "::ffff:") + Self.dotted(UInt32(truncatingIfNeeded: value))
        }
        func text(_ words: ArraySlice<UInt16>) -> String {
            words.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard !zeros.isEmpty else { return text(words[...]) }
        return text(words[..<zeros.lowerBound]) + "::" + text(words[zeros.upperBound...])
    }

    private static func dotted(_ value: UInt32) -> String {
        "\(value >> 24).\(value >> 16 & 255).\(value >> 8 & 255).\(value & 255)"
    }

    /// The first of the longest runs of zeros, empty when none has two.
    private static func longestZeros(_ words: [UInt16]) -> Range<Int> {
        var best = 0..<0
        var start = 0
        for index in 0...words.count where index == words.count || words[index] != 0 {
            if index - start > max(best.count, 1) { best = start..<index }
            start = index + 1
        }
        return best
    }
}
