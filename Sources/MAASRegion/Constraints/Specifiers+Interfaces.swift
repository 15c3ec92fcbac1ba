import Addresses
import SQLite

/// Interfaces by one part of a specifier (`InterfaceQueriesMixin`).
extension Specifiers {
    private static let withAddresses = """
        JOIN interface_addresses ON interface_id = interfaces.id JOIN ip_addresses ON ip_addresses.id = ip_address_id
        """

    package func interfaces(_ type: String?, _ value: String) throws -> Set<Int> {
        switch type {
        case "id":
            guard let id = Self.integer(value) else { throw Refusal.invalid("Interface ID must be numeric.") }
            return try interfaces(where: "interfaces.id = ?", id)
        case "name": return try interfaces(where: "interfaces.name = ?", value)
        case "type": return try interfaces(where: "interfaces.type = ?", value)
        case "hostname":
            return try interfaces(join: "JOIN nodes ON nodes.id = node_id", where: "hostname = ?", value)
        case "tag": return try interfaces(tagged: value.components(separatedBy: "&&"))
        case "link_speed":
            return try interfaces(where: "link_speed >= ?", Self.number(value, field: "link_speed"))
        case "ip":
            return try interfaces(
                join: Self.withAddresses, where: "ip = ?", IPAddress(value)?.description ?? value)
        case "mode": return try interfaces(mode: value)
        case "subnet": return try interfaces(onSubnets: ids(.subnet, value))
        case "subnet_cidr": return try interfaces(onSubnets: ids(.subnet, "cidr:\(value)"))
        case "fabric": return try interfaces(onVLANs: vlans("fabric", value))
        case "fabric_class":
            return try interfaces(
                onVLANs: select(
                    "SELECT vlans.id FROM vlans JOIN fabrics ON fabrics.id = fabric_id WHERE class_type = ?", value))
        case "space":
            let found = try interfaces(onVLANs: vlans(ofSpace: value))
            guard value == "undefined" else { return found }
            return try found.union(select("SELECT id FROM interfaces WHERE vlan_id IS NULL"))
        case "vlan": return try interfaces(onVLANs: ids(.vlan, value))
        case "vid": return try interfaces(onVLANs: vlans(vid: value))
        default: return try interfaces(plain: value)
        }
    }

    /// Interfaces by id, by address, or by name.
    private func interfaces(plain value: String) throws -> Set<Int> {
        if let id = Self.integer(value) { return try interfaces(where: "interfaces.id = ?", id) }
        if value.contains("/"), let network = IPNetwork(loose: value),
            let address = IPAddress(value.prefix { $0 != "/" })
        {
            return try interfaces(
                join: Self.withAddresses,
                where: "ip = ? AND subnet_id IN @", address.description,
                anyOf: select("SELECT id FROM subnets WHERE cidr = ?", network.description))
        }
        if case .address(let address) = IPAddress.loose(value) {
            return try interfaces(join: Self.withAddresses, where: "ip = ?", address.description)
        }
        return try interfaces(where: "interfaces.name = ?", value)
    }

    private func interfaces(tagged tags: [String]) throws -> Set<Int> {
        try tags.map { tag in
            try interfaces(
                where: "EXISTS (SELECT 1 FROM json_each(interfaces.tags) WHERE json_each.value = ?)", tag)
        }.reduce(nil) { (found: Set<Int>?, some) in found?.intersection(some) ?? some } ?? []
    }

    /// Interfaces that have no address, or one that is yet to be chosen.
    private func interfaces(mode value: String) throws -> Set<Int> {
        guard value.lowercased() == "unconfigured" else {
            throw Refusal.invalid("The only valid value for 'mode' is 'unconfigured'.")
        }
        return try interfaces(
            join: """
                LEFT JOIN interface_addresses ON interface_id = interfaces.id
                LEFT JOIN ip_addresses ON ip_addresses.id = ip_address_id
                """, where: "ip IS NULL")
    }

    /// Interfaces with an address, or the wish for one, on any of these subnets.
    private func interfaces(onSubnets subnets: Set<Int>) throws -> Set<Int> {
        try interfaces(join: Self.withAddresses, where: "subnet_id IN @", anyOf: subnets)
    }

    private func interfaces(onVLANs vlans: Set<Int>) throws -> Set<Int> {
        try interfaces(where: "vlan_id IN @", anyOf: vlans)
    }
}
