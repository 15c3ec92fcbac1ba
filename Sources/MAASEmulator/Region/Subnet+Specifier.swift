import SQLite

/// Finding subnets the way MAAS's specifiers name them.
extension Subnet {
    /// The id that a text means: a number, or the `subnet-3` of MAAS's older API.
    static func id(named text: String) -> Int? {
        if let id = Int(text) { return id }
        guard text.hasPrefix("subnet-") else { return nil }
        return Int(text.dropFirst("subnet-".count))
    }

    /// Every subnet that `text` names: an id, a network, a name, or one of those behind `id:`, `cidr:`, `name:`,
    /// `ip:`, `vid:`, `vlan:`, `space:`, `fabric:`.
    /// - Throws: `APIError` for a specifier whose value cannot be read.
    static func all(_ db: Connection, specifier text: String) throws -> [Subnet] {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, ["id", "cidr", "name", "ip", "vid", "vlan", "space", "fabric"].contains(halves[0])
        else {
            return try plain(db, text)
        }
        let value = halves[1]
        switch halves[0] {
        case "id": return try id(named: value).flatMap { try find(db, id: $0) }.map { [$0] } ?? []
        case "cidr": return try IPNetwork(value).flatMap { try find(db, cidr: $0.description) }.map { [$0] } ?? []
        case "name": return try all(db, name: value)
        case "ip":
            guard let address = IPAddress(value) else { throw APIError.invalid("ip", "Invalid IP address: \(value).") }
            return try all(db).filter { IPNetwork($0.cidr)?.contains(address) ?? false }
        default:
            return try all(db).filter { subnet in
                guard let vlan = try VLAN.find(db, id: subnet.vlanID) else { return false }
                return switch halves[0] {
                case "vid": String(vlan.vid) == value || (value == "untagged" && vlan.vid == 0)
                case "vlan": vlan.name == value || String(vlan.id) == value || String(vlan.vid) == value
                case "space": vlan.spaceName ?? "undefined" == value || vlan.spaceID.map(String.init) == value
                default: vlan.fabricName == value || String(vlan.fabricID) == value
                }
            }
        }
    }

    private static func plain(_ db: Connection, _ text: String) throws -> [Subnet] {
        if let id = id(named: text) { return try find(db, id: id).map { [$0] } ?? [] }
        if let network = IPNetwork(text) { return try find(db, cidr: network.description).map { [$0] } ?? [] }
        return try all(db, name: text)
    }
}
