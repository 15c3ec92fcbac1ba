import SQLite

/// How a path names an interface: its id, its name, its MAC address, or `KEY:VALUE`.
struct InterfaceSpecifier {
    let text: String

    init(_ text: String) { self.text = text }

    func find(_ db: Connection, node: Int) throws -> Interface? {
        let all = try Interface.all(db, node: node)
        if let id = Int(text) { return all.first { $0.id == id } }
        if let named = all.first(where: { $0.name == text }) { return named }
        let halves = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { return nil }
        let (key, value) = (halves[0], halves[1])
        return try all.first { interface in
            let vlan = try interface.vlanID.flatMap { try VLAN.find(db, id: $0) }
            return switch key {
            case "id": String(interface.id) == value
            case "name": interface.name == value
            case "type": interface.type == value
            case "tag": interface.tags.contains(value)
            case "mac", "mac_address": interface.macAddress?.lowercased() == value.lowercased()
            case "vid": vlan.map { String($0.vid) == value } ?? false
            case "vlan": vlan.map { $0.name == value || String($0.id) == value } ?? false
            case "fabric": vlan.map { $0.fabricName == value || String($0.fabricID) == value } ?? false
            case "space": vlan.map { $0.spaceName ?? "undefined" == value } ?? false
            case "ip": try interface.links(db).contains { $0.ip == value }
            case "mode": try interface.links(db).contains { $0.type != .discovered && $0.mode == value }
            case "subnet":
                try interface.links(db).contains { link in
                    guard let id = link.subnetID else { return false }
                    return try Subnet.all(db, specifier: value).contains { $0.id == id }
                }
            default: false
            }
        }
    }
}
