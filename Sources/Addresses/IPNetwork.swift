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
