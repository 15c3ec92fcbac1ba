import Foundation

/// What a compose or an allocation asks of interfaces: `label:key=value[,key=value…][;label2:…]`
/// (MAAS: `node_constraint_filter_forms.py`).
package struct InterfaceConstraints: Equatable {
    package struct Constraint: Equatable {
        package var key: String
        /// Any of these will do; for `not_` keys none of them must match.
        package var values: [String]
    }

    package struct Label: Equatable {
        package var name: String
        /// In the order in which the keys first came.
        package var constraints: [Constraint]

        /// The values under a key; empty when it is missing.
        package func values(_ key: String) -> [String] { constraints.first { $0.key == key }?.values ?? [] }
    }

    /// In the order they were written.
    package let labels: [Label]

    package var isEmpty: Bool { labels.isEmpty }

    private static let positiveKeys = [
        "id", "fabric", "fabric_class", "ip", "name", "hostname", "subnet", "space", "subnet_cidr", "vlan", "vid",
        "tag",
    ]
    package static let keys = Set(positiveKeys + positiveKeys.map { "not_\($0)" } + ["mode", "type", "link_speed"])

    /// Reads a text and refuses keys that MAAS does not know.
    package init(checking text: String) throws(ConstraintError) {
        try self.init(text)
        // MAAS forgets the closing quote.
        if let unknownKey { throw ConstraintError("Unknown interfaces constraint: '\(unknownKey)") }
    }

    /// Reads a text; one of a single character or none holds no constraint.
    package init(_ text: String) throws(ConstraintError) {
        guard text.unicodeScalars.count > 1 else {
            labels = []
            return
        }
        var labels: [Label] = []
        var names: Set<String> = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let halves = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else {
                throw ConstraintError(
                    "Malformed constraint: '\(part)' "
                        + "(required format: '<label>:<key>=<value>[,<key2>=<value2>[,...]]')")
            }
            let name = String(halves[0])
            guard Self.isLabel(name) else {
                throw ConstraintError(
                    "Invalid label name: '\(name)' (Must begin with an alphanumeric character, "
                        + "and include only alphanumeric characters, dashes, and underscores.)")
            }
            guard names.insert(name).inserted else {
                throw ConstraintError("Constraint label defined more than once: '\(name)'")
            }
            labels.append(Label(name: name, constraints: try Self.constraints(halves[1])))
        }
        self.labels = labels
    }

    private static func constraints(_ text: Substring) throws(ConstraintError) -> [Constraint] {
        var constraints: [Constraint] = []
        var places: [String: Int] = [:]
        for pair in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else {
                throw ConstraintError("Malformed key/value pair in constraint: '\(pair)'")
            }
            let (key, value) = (String(halves[0]), String(halves[1]))
            if let index = places[key] {
                constraints[index].values.append(value)
            } else {
                places[key] = constraints.count
                constraints.append(Constraint(key: key, values: [value]))
            }
        }
        return constraints
    }

    private static func isLabel(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isAlphanumeric(first) else { return false }
        return text.unicodeScalars.allSatisfy { isAlphanumeric($0) || $0 == "-" || $0 == "_" }
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    /// The first key that MAAS does not know.
    var unknownKey: String? {
        labels.lazy.flatMap(\.constraints).map(\.key).first { !Self.keys.contains($0) }
    }

    /// The text that reads as these constraints.
    package var text: String {
        labels.map { label in
            let pairs = label.constraints.flatMap { constraint in constraint.values.map { "\(constraint.key)=\($0)" } }
            return "\(label.name):\(pairs.joined(separator: ","))"
        }.joined(separator: ";")
    }

    /// The interface name that MAAS makes of a label: numbers get `eth` in front, and what the kernel finds too long
    /// is replaced by a hash and the last five characters.
    static func interfaceName(label: String) -> String {
        var name = label
        if label.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            let digits = label.drop { $0 == "0" }
            name = "eth" + (digits.isEmpty ? "0" : digits)
        }
        guard name.utf8.count > 15 else { return name }
        let hash = String(format: "%05x", crc32(Array(name.utf8))).suffix(5)
        return "eth-\(hash)-\(name.suffix(5))"
    }

    /// The checksum of zlib and PNG.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var checksum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum & 1 == 1 ? (checksum >> 1) ^ 0xEDB8_8320 : checksum >> 1 }
        }
        return ~checksum
    }
}
