import Addresses
import SQLite

/// Interfaces by one part of a specifier (`InterfaceQueriesMixin`).
extension Specifiers {
    private static let withAddresses = """
        SELECT interfaces.id FROM interfaces JOIN interface_addresses ON interface_id = interfaces.id
        JOIN ip_addresses ON ip_addresses.id = ip_address_id
        """

    package func interfaces(_ type: String?, _ value: String) throws -> Set<Int> {
        switch type {
        case "id":
            guard let id = Self.integer(value) else { throw Refusal.invalid("Interface ID must be numeric.") }
            return try select("SELECT id FROM interfaces WHERE id = ?", id)
        case "name": return try select("SELECT id FROM interfaces WHERE name = ?", value)
        case "type": return try select("SELECT id FROM interfaces WHERE type = ?", value)
        case "hostname":
            return try select(
                "SELECT interfaces.id FROM interfaces JOIN nodes ON nodes.id = node_id WHERE hostname = ?", value)
        case "tag": return try interfaces(tagged: value.components(separatedBy: "&&"))
        case "link_speed":
            return try select(
                "SELECT id FROM interfaces WHERE link_speed >= ?", Self.number(value, field: "link_speed"))
        case "ip":
            return try select(Self.withAddresses + " WHERE ip = ?", IPAddress(value)?.description ?? value)
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
        if let id = Self.integer(value) { return try select("SELECT id FROM interfaces WHERE id = ?", id) }
        if value.contains("/"), let network = IPNetwork(loose: value),
            let address = IPAddress(value.prefix { $0 != "/" })
        {
            return try select(
                Self.withAddresses + " JOIN subnets ON subnets.id = subnet_id WHERE ip = ? AND cidr = ?",
                address.description, network.description)
        }
        if case .address(let address) = IPAddress.loose(value) {
            return try select(Self.withAddresses + " WHERE ip = ?", address.description)
        }
        return try select("SELECT id FROM interfaces WHERE name = ?", value)
    }

    private func interfaces(tagged tags: [String]) throws -> Set<Int> {
        try tags.map { tag in
            try select(
                "SELECT interfaces.id FROM interfaces, json_each(interfaces.tags) WHERE json_each.value = ?", tag)
        }.reduce(nil) { (found: Set<Int>?, some) in found?.intersection(some) ?? some } ?? []
    }

    /// Interfaces that have no address, or one that is yet to be chosen.
    private func interfaces(mode value: String) throws -> Set<Int> {
        guard value.lowercased() == "unconfigured" else {
            throw Refusal.invalid("The only valid value for 'mode' is 'unconfigured'.")
        }
        return try select(
            """
            SELECT interfaces.id FROM interfaces LEFT JOIN interface_addresses ON interface_id = interfaces.id
            LEFT JOIN ip_addresses ON ip_addresses.id = ip_address_id WHERE ip IS NULL
            """)
    }

    /// Interfaces with an address, or the wish for one, on any of these subnets.
    private func interfaces(onSubnets subnets: Set<Int>) throws -> Set<Int> {
        try select(Self.withAddresses + " WHERE subnet_id IN @", anyOf: subnets)
    }

    private func interfaces(onVLANs vlans: Set<Int>) throws -> Set<Int> {
        try select("SELECT id FROM interfaces WHERE vlan_id IN @", anyOf: vlans)
    }
}
