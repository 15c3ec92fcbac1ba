import HTTPClient

/// A disk size in bytes, read from what people write and written as MAAS wants it.
struct DiskSize: Equatable {
    let bytes: Int

    private static let units: [(suffix: String, bytes: Int)] = [
        ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("TB", 1_000_000_000_000), ("GB", 1_000_000_000),
        ("MB", 1_000_000), ("T", 1_000_000_000_000), ("G", 1_000_000_000), ("M", 1_000_000),
    ]

    /// Reads `20`, `20GB`, `1.5 TB`, `20GiB`; `nil` when it is none of these, or no positive size.
    init?(_ text: String) {
        var number = text.filter { $0 != " " }
        var factor = 1_000_000_000
        if let unit = Self.units.first(where: { number.lowercased().hasSuffix($0.suffix.lowercased()) }) {
            number.removeLast(unit.suffix.count)
            factor = unit.bytes
        }
        // Whole and decimal parts are kept as integers, so that no size is off by a rounding error.
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
            let whole = Int(parts[0])
        else { return nil }
        let (wholeBytes, overflow) = whole.multipliedReportingOverflow(by: factor)
        var fraction = 0
        if parts.count == 2 {
            guard parts[1].count <= 9, let digits = Int(parts[1]) else { return nil }
            let scale = (0..<parts[1].count).reduce(1) { scale, _ in scale * 10 }
            fraction = Int(saturating: (Double(digits) / Double(scale) * Double(factor)).rounded())
        }
        let (sum, sumOverflow) = wholeBytes.addingReportingOverflow(fraction)
        guard !overflow, !sumOverflow, sum > 0 else { return nil }
        bytes = sum
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
