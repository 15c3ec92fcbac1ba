/// The spellings of MAC addresses (MAAS: `maascommon.fields`).
package enum MACAddress {
    package static func message(_ text: String) -> String { "'\(text)' is not a valid MAC address." }

    private static func groups(_ text: String, _ separator: Character, _ count: Int, _ lengths: ClosedRange<Int>)
        -> [Substring]?
    {
        let groups = text.split(separator: separator, omittingEmptySubsequences: false)
        let isRight =
            groups.count == count
            && groups.allSatisfy { group in
                lengths.contains(group.count) && group.allSatisfy { $0.isASCII && $0.isHexDigit }
            }
        return isRight ? groups : nil
    }

    package static func isColonSeparated(_ text: String) -> Bool { groups(text, ":", 6, 1...2) != nil }

    /// Small letters, colons, two digits a group; `nil` for what is none.
    package static func normal(_ text: String) -> String? {
        let text = text.lowercased()
        let bytes: [String]
        if let six = groups(text, ":", 6, 1...2) ?? groups(text, "-", 6, 1...2) {
            bytes = six.map { $0.count == 1 ? "0\($0)" : String($0) }
        } else if let three = groups(text, ".", 3, 3...4) {
            bytes = three.flatMap { group in
                let four = group.count == 3 ? "0\(group)" : String(group)
                return [String(four.prefix(2)), String(four.suffix(2))]
            }
        } else {
            return nil
        }
        return bytes.joined(separator: ":")
    }
}
