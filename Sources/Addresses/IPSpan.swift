/// A run of addresses of one family, both ends included, and what they are for.
package struct IPSpan: Hashable, Sendable {
    package let first: IPAddress
    package let last: IPAddress
    /// MAAS's words: `gateway-ip`, `dns-server`, `assigned-ip`, `dynamic`, `reserved`, `unused`, …
    package var purposes: Set<String> = []

    /// - Precondition: one family, `first` not behind `last`.
    package init(_ first: IPAddress, _ last: IPAddress, _ purposes: Set<String> = []) {
        precondition(first.family == last.family && first <= last)
        self.first = first
        self.last = last
        self.purposes = purposes
    }

    package init(_ address: IPAddress, _ purpose: String) { self.init(address, address, [purpose]) }

    /// Reads both ends; `nil` when they are no addresses of one family in order.
    package init?(_ first: String, _ last: String) {
        guard let first = IPAddress(first), let last = IPAddress(last), first.family == last.family, first <= last
        else { return nil }
        self.init(first, last)
    }

    /// The number of addresses less one: the whole IPv6 space has one more than fits.
    package var distance: UInt128 { last.value - first.value }

    /// The number of addresses, as text: more than fits an `Int` in most IPv6 networks.
    package var countText: String {
        let (count, overflow) = distance.addingReportingOverflow(1)
        return overflow ? "340282366920938463463374607431768211456" : String(count)
    }

    package func contains(_ address: IPAddress) -> Bool { first <= address && address <= last }

    /// Whether the other lies wholly within this one.
    package func contains(_ other: IPSpan) -> Bool { contains(other.first) && contains(other.last) }

    package func overlaps(_ other: IPSpan) -> Bool { first <= other.last && other.first <= last }
}
