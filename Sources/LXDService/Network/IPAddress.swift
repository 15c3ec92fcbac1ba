import Glibc

/// An IPv4 or IPv6 address, as bytes in network order.
struct IPAddress: Equatable, Comparable {
    let bytes: [UInt8]

    /// Reads an address as Glibc does; `nil` when it is none.
    init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        } else {
            return nil
        }
    }

    /// Addresses compare within a family; IPv4 stands before IPv6.
    static func < (left: IPAddress, right: IPAddress) -> Bool {
        left.bytes.count != right.bytes.count
            ? left.bytes.count < right.bytes.count : left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

/// A network such as `10.0.0.0/24`.
struct CIDR: Equatable {
    let network: IPAddress
    let prefix: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let network = IPAddress(String(parts[0])), let prefix = Int(parts[1]),
            (0...network.bytes.count * 8).contains(prefix)
        else { return nil }
        self.network = network
        self.prefix = prefix
    }

    func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == network.bytes.count else { return false }
        return zip(address.bytes, network.bytes).enumerated().allSatisfy { index, pair in
            pair.0 & mask(index) == pair.1 & mask(index)
        }
    }

    /// True for the all-zeros address, and for IPv4 the all-ones one: no host can have them (from /31 and /127 on, all can).
    func isReserved(_ address: IPAddress) -> Bool {
        guard contains(address), prefix < network.bytes.count * 8 - 1 else { return false }
        let host = address.bytes.enumerated().map { $0.element & ~mask($0.offset) }
        if host.allSatisfy({ $0 == 0 }) { return true }
        return network.bytes.count == 4 && host.enumerated().allSatisfy { $0.element == ~mask($0.offset) }
    }

    private func mask(_ index: Int) -> UInt8 {
        let bits = min(8, max(0, prefix - index * 8))
        return bits == 0 ? 0 : UInt8.max << UInt8(8 - bits)
    }
}
