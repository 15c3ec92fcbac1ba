import Formats

/// Interfaces of a node, each for itself and as they stand on each other.
extension FixtureRules {
    private static let bondModes = [
        "balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb",
    ]

    mutating func check(_ interface: [String: JSONValue], at path: String, among names: [String]) {
        let type = interface["type"]?.string ?? "physical"
        if let mac = interface["mac_address"]?.string, type == "physical" { claim(mac, at: "\(path).mac_address") }
        if let name = interface["name"]?.string, !Self.isName(name) {
            complain("\(path).name", "\(name) is no name of an interface: 15 letters, digits and _-.: at the most")
        }
        checkParents(interface, type, at: path, among: names)
        checkParameters(interface, type, at: path)
        for (place, link) in Self.elements(interface, "links")
        where link["mode"]?.string == "static" && (link["ip_address"] ?? .null) == .null {
            complain("\(path).\(place).ip_address", "is missing: a static link has an address")
        }
    }

    private static func isName(_ name: String) -> Bool {
        guard !name.isEmpty, name.count <= 15 else { return false }
        return isPlain(name, "_-.:") || name.wholeMatch(of: /[\p{L}\p{N}_\-.:]+/) != nil
    }

    private mutating func checkParents(
        _ interface: [String: JSONValue], _ type: String, at path: String, among names: [String]
    ) {
        let parents = (interface["parents"] ?? .null).strings
        for (index, parent) in parents.enumerated() where !names.contains(parent) {
            complain(
                "\(path).parents[\(index)]",
                "the machine has no interface \(parent)\(FixtureLikeness.hint(parent, among: names))")
        }
        let place = "\(path).parents"
        switch type {
        case "physical", "unknown": if !parents.isEmpty { complain(place, "a \(type) interface has none") }
        case "bond": if parents.isEmpty { complain(place, "a bond is made of at least one interface") }
        case "vlan":
            if parents.count != 1 { complain(place, "a vlan interface is on one other, not on \(parents.count)") }
        default: break
        }
        if let name = interface["name"]?.string, parents.contains(name) { complain(place, "\(name) is on itself") }
    }

    private mutating func checkParameters(_ interface: [String: JSONValue], _ type: String, at path: String) {
        guard case .object(let params)? = interface["params"] else { return }
        let words: [(key: String, of: String, words: [String])] = [
            ("bond_mode", "bond", Self.bondModes), ("bond_lacp_rate", "bond", ["fast", "slow"]),
            (
                "bond_xmit_hash_policy", "bond",
                ["layer2", "layer2+3", "layer3+4", "encap2+3", "encap3+4"]
            ), ("bridge_type", "bridge", ["standard", "ovs"]),
        ]
        for (key, kind, words) in words {
            guard let word = params[key]?.string, !word.isEmpty else { continue }
            let place = "\(path).params.\(key)"
            if kind != type {
                complain(place, "is of a \(kind), not of a \(type) interface")
            } else if !words.contains(word) {
                complain(
                    place,
                    "must be one of \(words.joined(separator: ", ")), not \(word)\(FixtureLikeness.hint(word, among: words))"
                )
            }
        }
        if let mtu = params["mtu"]?.integer, !(552...65535).contains(mtu) {
            complain("\(path).params.mtu", "must be from 552 to 65535, not \(mtu)")
        }
    }
}
