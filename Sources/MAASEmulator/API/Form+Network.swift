/// Addresses and the like in forms.
extension Form {
    static let invalidAddress = "Enter a valid IPv4 or IPv6 address."

    /// An IPv4 or IPv6 address, as Django's `GenericIPAddressField` reads it.
    mutating func address(_ name: String, required: Bool = false) -> FormField<IPAddress> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field.map { _ in IPAddress(.v4, 0) } }
        guard let address = IPAddress(text) else {
            errors.add(name, Self.invalidAddress)
            return .absent
        }
        return .value(address)
    }

    /// A MAC address that MAAS stores as it was sent: six groups with colons.
    mutating func colonMAC(_ name: String, required: Bool) -> FormField<String> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field }
        guard MACAddress.isColonSeparated(text) else {
            errors.add(name, MACAddress.message(text))
            return .absent
        }
        return field
    }

    /// A MAC address in any of the notations that MAAS takes and turns into colons and small letters.
    mutating func macAddress(_ name: String, required: Bool) -> FormField<String> {
        let field = raw(name, required: required)
        guard let text = field.value else { return field }
        guard let normal = MACAddress.normal(text) else {
            errors.add(name, MACAddress.message(text))
            return .absent
        }
        return .value(normal)
    }
}

/// The spellings of MAC addresses (MAAS: `maascommon.fields`).
enum MACAddress {
    static func message(_ text: String) -> String { "'\(text)' is not a valid MAC address." }

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

    static func isColonSeparated(_ text: String) -> Bool { groups(text, ":", 6, 1...2) != nil }

    /// Small letters, colons, two digits a group; `nil` for what is none.
    static func normal(_ text: String) -> String? {
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
