/// A network: an address without host bits, and a prefix length.
package struct IPNetwork: Hashable, Sendable, CustomStringConvertible {
    package let base: IPAddress
    package let prefixLength: Int

    /// The network that `address` is in.
    /// - Precondition: `prefixLength` fits the family.
    package init(containing address: IPAddress, prefixLength: Int) {
        precondition((0...address.family.width).contains(prefixLength))
        self.prefixLength = prefixLength
        let host = Self.hostMask(address.family, prefixLength)
        base = IPAddress(address.family, address.value & ~host)
    }

    /// Reads `ADDRESS/LENGTH`; host bits are cleared. `nil` when it is no such thing.
    package init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let address = IPAddress(halves[0]), halves[1].allSatisfy(\.isASCII),
            halves[1].allSatisfy(\.isNumber), let length = Int(halves[1]), length <= address.family.width
        else { return nil }
        self.init(containing: address, prefixLength: length)
    }

    /// Reads a network as Python's netaddr library does: an IPv4 address may be abbreviated (`10.1` for `10.1.0.0`), and
    /// behind the slash may stand a prefix length or a mask; without one the network is a single address. Numbers are what
    /// Python's `int()` reads, with signs, blanks and zeros.
    package init?(loose text: String) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let address = IPAddress(halves[0]) ?? Self.expanded(halves[0]) else { return nil }
        let width = address.family.width
        guard let suffix = halves.dropFirst().first else {
            self.init(containing: address, prefixLength: width)
            return
        }
        guard let length = Self.integer(suffix) ?? Self.prefixLength(ofMask: suffix, address.family),
            (0...width).contains(length)
        else { return nil }
        self.init(containing: address, prefixLength: length)
    }

    /// Whether netaddr fails on a text in another way than it does on others: behind the address of a network it takes
    /// what is no number for a mask, and there a slash too many.
    package static func hasMaskWithPrefix(_ text: String) -> Bool {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return halves.count == 2 && halves[1].contains("/") && (IPAddress(halves[0]) ?? expanded(halves[0])) != nil
    }

    /// A number as Python reads it, small enough for a part of an address.
    private static func integer(_ text: some StringProtocol) -> Int? {
        var digits = Substring(String(text))
        while let first = digits.first, first.isWhitespace { digits.removeFirst() }
        while let last = digits.last, last.isWhitespace { digits.removeLast() }
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits.removeFirst() }
        let values = digits.unicodeScalars.map { scalar -> Int? in
            guard scalar.properties.numericType == .decimal else { return nil }
            return scalar.properties.numericValue.map { Int($0) }
        }
        let numbers = values.compactMap(\.self)
        guard !numbers.isEmpty, numbers.count == values.count else { return nil }
        let number = numbers.drop { $0 == 0 }.prefix(10).reduce(0) { 10 * $0 + $1 }
        return isNegative ? -number : number
    }

    /// An IPv4 address with the parts that it lacks.
    private static func expanded(_ text: String) -> IPAddress? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap(integer)
        guard (1...4).contains(parts.count), numbers.count == parts.count else { return nil }
        let all = numbers + Array(repeating: 0, count: 4 - numbers.count)
        return IPAddress(all.map(String.init).joined(separator: "."))
    }

    /// The prefix length that a netmask, or a mask of the hosts, stands for.
    private static func prefixLength(ofMask text: String, _ family: IPAddress.Family) -> Int? {
        guard let mask = IPAddress(text), mask.family == family else { return nil }
        return (0...family.width).first { length in
            let hosts = hostMask(family, length)
            return mask.value == family.maximum & ~hosts
        } ?? (0...family.width).first { hostMask(family, $0) == mask.value }
    }

    private static func hostMask(_ family: IPAddress.Family, _ prefixLength: Int) -> UInt128 {
        prefixLength == 0 ? family.maximum : family.maximum >> UInt128(prefixLength)
    }

    package var family: IPAddress.Family { base.family }

    /// The highest address; of IPv4 networks, the broadcast address.
    package var last: IPAddress { IPAddress(family, base.value | Self.hostMask(family, prefixLength)) }

    package var span: IPSpan { IPSpan(base, last) }

    package func contains(_ address: IPAddress) -> Bool { span.contains(address) }

    /// Whether two networks share addresses: then one lies within the other.
    package func overlaps(_ other: IPNetwork) -> Bool { span.overlaps(other.span) }

    /// The addresses that hosts can have: without the network's own and, for IPv4, the broadcast address, where the
    /// network is large enough to have them.
    package var hosts: IPSpan {
        guard prefixLength < family.width - 1 else { return span }
        return IPSpan(
            IPAddress(family, base.value + 1), family == .v4 ? IPAddress(family, last.value - 1) : last)
    }

    package var description: String { "\(base)/\(prefixLength)" }
}
