/// A text that stands for many: `node-{01..40}` for `node-01`, `node-02`, …, and `00:16:3e:01:00:{0x01..0x28}` where
/// the numbers are hexadecimal. With a count the end may be left out: `node-{01..}`.
struct FixturePattern {
    private enum Part {
        case plain(Substring)
        case number(first: Int, last: Int?, width: Int, radix: Int)
    }

    private let parts: [Part]

    /// - Returns: `nil` for a text without a pattern.
    init?(_ text: String) {
        // Most texts have none, and are many.
        guard text.utf8.contains(UInt8(ascii: "{")) else { return nil }
        var parts: [Part] = []
        var rest = text[...]
        while let match = rest.firstMatch(of: /\{(0x)?([0-9a-fA-F]{1,9})\.\.(?:(?:0x)?([0-9a-fA-F]{1,9}))?\}/) {
            let radix = match.1 == nil ? 10 : 16
            guard let first = Int(match.2, radix: radix) else { return nil }
            var last: Int?
            if let end = match.3 {
                guard let number = Int(end, radix: radix) else { return nil }
                last = number
            }
            parts.append(.plain(rest[..<match.range.lowerBound]))
            let isPadded = match.2.count > 1 && match.2.first == "0" || radix == 16
            parts.append(.number(first: first, last: last, width: isPadded ? match.2.count : 0, radix: radix))
            rest = rest[match.range.upperBound...]
        }
        if parts.isEmpty { return nil }
        self.parts = parts + [.plain(rest)]
    }

    /// How many texts it stands for, as far as it says so itself; the least where it has several ends.
    var count: Int? {
        parts.compactMap { part in
            if case .number(let first, let last?, _, _) = part { max(0, last - first + 1) } else { nil }
        }.min()
    }

    /// The text at a position, counted from 0.
    subscript(_ index: Int) -> String {
        parts.map { part in
            switch part {
            case .plain(let text): return String(text)
            case .number(let first, _, let width, let radix):
                let digits = String(first + index, radix: radix)
                return String(repeating: "0", count: max(0, width - digits.count)) + digits
            }
        }.joined()
    }
}
