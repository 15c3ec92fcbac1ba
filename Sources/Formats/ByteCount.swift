import Foundation

/// Numbers of bytes as people write them.
package enum ByteCount {
    /// In decimal units with one digit after the point: `500.0 GB` (MAAS's `human_readable_bytes`).
    package static func text(_ bytes: Double) -> String {
        var number = bytes
        for unit in ["bytes", "kB", "MB", "GB", "TB", "PB", "EB", "ZB"] {
            if abs(number) < 1000 { return String(format: unit == "bytes" ? "%.0f" : "%.1f", number) + " " + unit }
            number /= 1000
        }
        return String(format: "%.1f YB", number)
    }

    /// Reads a whole number with a decimal unit such as `10G`; `nil` when it is none. What does not fit into an
    /// integer is beyond every disk.
    package static func parse(_ text: String) -> Int? { exact(text).map { Int(clamping: $0) } }

    /// The same without the bounds of an integer, so that what is beyond them can be told from what is at them.
    package static func exact(_ text: String) -> Int128? {
        let units: [Character: Int] = ["K": 1, "M": 2, "G": 3, "T": 4, "P": 5, "E": 6]
        let power = text.last.flatMap { units[Character($0.uppercased())] } ?? 0
        let digits = power == 0 ? text : String(text.dropLast())
        guard digits.wholeMatch(of: /-?[0-9]+/) != nil else { return nil }
        let factor = (0..<power).reduce(1 as Int128) { product, _ in product * 1000 }
        let limit = digits.hasPrefix("-") ? Int128.min : Int128.max
        guard let number = Int128(digits) else { return limit }
        let product = number.multipliedReportingOverflow(by: factor)
        return product.overflow ? limit : product.partialValue
    }

    /// So many percent of a size, rounded up; `nil` for a text that is no percentage.
    package static func percentage(_ text: String, of size: Int) -> Int? {
        guard text.wholeMatch(of: /[0-9]+(\.[0-9]*)?%/) != nil, let percent = Double(text.dropLast()) else {
            return nil
        }
        let bytes = (Double(size) * (percent / 100)).rounded(.up)
        return Int(saturating: bytes)
    }
}
