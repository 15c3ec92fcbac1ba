/// Reading addresses as Python's netaddr library does, which takes more than fields for addresses do.
extension IPAddress {
    /// Why netaddr takes a text for no address.
    package enum LooseReading: Equatable, Sendable {
        case address(IPAddress)
        /// It says that it could not detect an address.
        case undetected
        /// It says that it takes no prefixes.
        case prefixed
    }

    /// Reads IPv4 as the C library's `inet_aton` does, in one to four parts that may be octal or hexadecimal, and any
    /// spelling of IPv6.
    package static func loose(_ text: String) -> LooseReading {
        if text.contains("/") { return .prefixed }
        if text.contains(":") { return IPAddress(text).map { .address($0) } ?? .undetected }
        return v4(loose: text).map { .address(IPAddress(.v4, UInt128($0))) } ?? .undetected
    }

    /// `inet_aton`: all but the last part are one byte, the last takes the bytes that are left; what follows a blank
    /// does not count.
    private static func v4(loose text: String) -> UInt32? {
        let word = text.prefix { !($0.isASCII && $0.isWhitespace) }
        guard word.utf8.allSatisfy({ $0 < 128 }) else { return nil }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        let numbers = parts.compactMap(number)
        guard numbers.count == parts.count, let last = numbers.last,
            numbers.dropLast().allSatisfy({ $0 <= 255 }), last < 1 << (8 * UInt64(5 - parts.count))
        else { return nil }
        let head = numbers.dropLast().reduce(0 as UInt64) { $0 << 8 | $1 }
        return UInt32(truncatingIfNeeded: head << (8 * UInt64(5 - parts.count)) | last)
    }

    private static func number(_ text: Substring) -> UInt64? {
        guard let first = text.first, first.isNumber else { return nil }
        let number: UInt64? =
            if text.lowercased().hasPrefix("0x") {
                UInt64(text.dropFirst(2), radix: 16)
            } else if first == "0" {
                UInt64(text, radix: 8)
            } else {
                UInt64(text)
            }
        return number.flatMap { $0 <= UInt32.max ? $0 : nil }
    }

    /// Reads an address as PostgreSQL's `inet` does: IPv4 in four decimal parts, whatever zeros these begin with.
    package init?(inet text: String) {
        if let strict = IPAddress(text) {
            self = strict
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else {
            return nil
        }
        self.init(parts.map { String($0.drop { $0 == "0" }) }.map { $0.isEmpty ? "0" : $0 }.joined(separator: "."))
    }

    /// An IPv4 address that is written as an IPv6 one (`::ffff:10.0.0.1`) as itself.
    package var unmapped: IPAddress {
        family == .v6 && value >> 32 == 0xFFFF ? IPAddress(.v4, value & 0xFFFF_FFFF) : self
    }
}
