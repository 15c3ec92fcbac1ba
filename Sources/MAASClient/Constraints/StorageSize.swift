/// A size of a disk. MAAS counts disks in decimal gigabytes where it is asked for one, and in bytes where it answers.
public struct StorageSize: Sendable, Hashable, CustomStringConvertible {
    /// How many bytes.
    public var bytes: Int

    /// So many bytes.
    public init(bytes: Int) { self.bytes = bytes }

    /// Decimal gigabytes, 10⁹ bytes each.
    public static func gigabytes(_ count: Int) -> StorageSize { StorageSize(bytes: times(count, 1_000_000_000)) }

    /// Binary gigabytes, 2³⁰ bytes each.
    public static func gibibytes(_ count: Int) -> StorageSize { StorageSize(bytes: times(count, 1 << 30)) }

    /// Gigabytes with as many decimals as it takes, such as `21.47483648` for 20 GiB.
    public var description: String {
        let (whole, rest) = max(0, bytes).quotientAndRemainder(dividingBy: 1_000_000_000)
        guard rest > 0 else { return String(whole) }
        var decimals = String(1_000_000_000 + rest).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(whole).\(decimals)"
    }

    private static func times(_ count: Int, _ unit: Int) -> Int {
        let (product, overflow) = count.multipliedReportingOverflow(by: unit)
        return overflow ? (count < 0 ? .min : .max) : product
    }
}
