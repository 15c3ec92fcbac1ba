import Addresses

/// The IPv4 networks that cases may make: /24s of 100.64.0.0/10, which is nobody's own (RFC 6598). Those that overlap a
/// subnet of the target are left out, and runs take different ones, so that two at once do not meet.
struct TestNetworks: Sendable {
    private static let first = IPAddress(.v4, 100 << 24 | 64 << 16)
    private static let count = 1 << 14
    /// Networks of one case, and networks of one run of at most 400 cases.
    private static let perCase = 7
    private static let perRun = 2800

    private let free: [Int]

    /// - Parameter subnets: CIDRs that are taken; IPv6 ones do not matter.
    init(avoiding subnets: [String] = []) {
        let taken = subnets.compactMap(Self.range)
        let all = 0..<Self.count
        free = taken.isEmpty ? Array(all) : all.filter { index in !taken.contains { $0.contains(index) } }
    }

    /// The first three octets of a network.
    func network(run: Int, case number: Int, index: Int) -> String {
        guard !free.isEmpty else { return "100.64.0" }
        let runs = max(1, Self.count / Self.perRun)
        let wanted = run % runs * Self.perRun + number * Self.perCase + index - 1
        let address = IPAddress(.v4, Self.first.value + UInt128(free[wanted % free.count]) << 8)
        return String(address.description.dropLast(".0".count))
    }

    /// Which of the /24s a CIDR touches.
    private static func range(_ cidr: String) -> ClosedRange<Int>? {
        guard let network = IPNetwork(cidr), network.family == .v4 else { return nil }
        let low = (Int(network.base.value) - Int(first.value)) >> 8
        let high = (Int(network.last.value) - Int(first.value)) >> 8
        return high < 0 || low >= count ? nil : low...high
    }
}
