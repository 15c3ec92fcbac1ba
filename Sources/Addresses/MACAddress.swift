/// The spellings of MAC addresses. MAAS has two rules: what its forms take, which they then normalise, and what its
/// tables hold.
package enum MACAddress {
    /// What MAAS says of a text that is none.
    package static func message(_ text: String) -> String { "'\(text)' is not a valid MAC address." }

    /// Whether a form takes a text: six groups of one or two hexadecimal digits between colons or hyphens, or three of
    /// three or four with any one character between them.
    ///
    /// The expression that MAAS searches for binds its beginning to the first of these forms only, and its end to the
    /// last, so that more text may stand before or behind the others.
    /// - Parameter fromStart: Whether MAAS matches the expression from the beginning instead of searching for it.
    package static func isAccepted(_ text: String, fromStart: Bool = false) -> Bool {
        let scalars = Array(text.unicodeScalars)
        if six(scalars[...], ":") != nil { return true }
        let starts = fromStart ? 0..<1 : scalars.indices
        return starts.contains { start in
            guard start < scalars.count else { return false }
            return six(scalars[start...], "-") != nil || three(scalars[start...])
        }
    }

    /// Whether a table holds a text: six groups of one or two digits between colons, and nothing else.
    package static func isStorable(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let end = six(scalars[...], ":") else { return false }
        // Python's `$` stands before a last line break too.
        return end == scalars.count || (end == scalars.count - 1 && scalars[end] == "\n")
    }

    /// Small letters, colons, two digits a group: what MAAS makes of a text that a form took.
    package static func normalised(_ text: String) -> String {
        let tokens = text.lowercased().split(omittingEmptySubsequences: false) { "-:.".contains($0) }
        let groups: [String] =
            switch tokens.count {
            case 1: pairs(of: tokens[0])
            case 3: tokens.flatMap { pairs(of: filled($0, to: 4)) }
            default: tokens.map { filled($0, to: 2) }
            }
        return groups.joined(separator: ":")
    }

    /// The normalised address; `nil` for what is none.
    package static func normal(_ text: String) -> String? {
        guard isAccepted(text) else { return nil }
        let normalised = normalised(text)
        return isStorable(normalised) ? normalised : nil
    }

    private static func filled(_ text: some StringProtocol, to width: Int) -> String {
        String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func pairs(of text: some StringProtocol) -> [String] {
        let characters = Array(text)
        return stride(from: 0, to: characters.count - 1, by: 2).map { String(characters[$0...($0 + 1)]) }
    }

    private static func isHex(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "a"..."f", "A"..."F": true
        default: false
        }
    }

    /// The end of six groups that stand at the beginning, the last as long as it may be; `nil` when they do not.
    private static func six(_ text: ArraySlice<Unicode.Scalar>, _ separator: Unicode.Scalar) -> Int? {
        var index = text.startIndex
        for group in 0..<6 {
            let digits = text[index...].prefix(2).prefix(while: isHex).count
            guard digits > 0 else { return nil }
            index += digits
            if group == 5 { return index }
            guard index < text.endIndex, text[index] == separator else { return nil }
            index += 1
        }
        return nil
    }

    /// Whether three groups stand at the beginning and reach the end, or the line break that ends it.
    private static func three(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let end = text.last == "\n" ? text.endIndex - 1 : text.endIndex
        return groups(text, from: text.startIndex, left: 3, ends: [text.endIndex, end])
    }

    private static func groups(
        _ text: ArraySlice<Unicode.Scalar>, from index: Int, left: Int, ends: Set<Int>
    ) -> Bool {
        [4, 3].contains { length in
            let next = index + length
            guard next <= text.endIndex, text[index..<next].allSatisfy(isHex) else { return false }
            if left == 1 { return ends.contains(next) }
            guard next < text.endIndex, text[next] != "\n" else { return false }
            return groups(text, from: next + 1, left: left - 1, ends: ends)
        }
    }
}
