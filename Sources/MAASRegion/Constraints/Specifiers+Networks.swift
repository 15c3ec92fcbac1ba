import Addresses
import Formats
import SQLite

/// Fabrics, spaces, VLANs and subnets by one part of a specifier.
extension Specifiers {
    /// Fabrics by id, `fabric-ID`, name, `name:` or `class:`.
    package func fabrics(_ type: String?, _ value: String) throws -> Set<Int> {
        switch type {
        case "name": return try select("SELECT id FROM fabrics WHERE name = ?", value)
        case "class": return try select("SELECT id FROM fabrics WHERE class_type = ?", value)
        default:
            if let id = Self.id(value, prefix: "fabric") {
                return try select("SELECT id FROM fabrics WHERE id = ?", id)
            }
            return try select("SELECT id FROM fabrics WHERE name = ?", value)
        }
    }

    /// Spaces by id, `space-ID`, name, `name:` or `subnet:`.
    package func spaces(_ type: String?, _ value: String) throws -> Set<Int> {
        switch type {
        case "name": return try select("SELECT id FROM spaces WHERE name = ?", value)
        case "subnet":
            return try select(
                """
                SELECT space_id AS id FROM vlans JOIN subnets ON subnets.vlan_id = vlans.id
                WHERE space_id IS NOT NULL AND subnets.id IN @
                """, anyOf: ids(.subnet, value))
        default:
            if let id = Self.id(value, prefix: "space") {
                return try select("SELECT id FROM spaces WHERE id = ?", id)
            }
            return try select("SELECT id FROM spaces WHERE name = ?", value)
        }
    }

    /// The VLANs of one space, which must exist; `undefined` means those of none.
    package func vlans(ofSpace text: String) throws -> Set<Int> {
        if text == "undefined" { return try select("SELECT id FROM vlans WHERE space_id IS NULL") }
        let space: Space = try one(.space, text, find: Space.find)
        return try select("SELECT id FROM vlans WHERE space_id = ?", space.id)
    }

    /// VLANs by their tag, from 0 (also `untagged`) to 4094.
    package func vlans(vid text: String) throws -> Set<Int> {
        guard let vid = text.lowercased() == "untagged" ? 0 : Self.integer(text) else {
            throw Refusal.unexpected("invalid literal for int() with base 10: \(pythonQuoted(text))", .valueError)
        }
        guard (0...4094).contains(vid) else {
            throw Refusal.invalid("VLAN tag (VID) out of range (0-4094; 0 for untagged.)")
        }
        return try select("SELECT id FROM vlans WHERE vid = ?", vid)
    }

    /// VLANs by VID, name, `id:`, `name:`, `vid:`, `fabric:`, `space:` or `subnet:`.
    package func vlans(_ type: String?, _ value: String) throws -> Set<Int> {
        switch type {
        case "id": return try select("SELECT id FROM vlans WHERE id = ?", Self.number(value, field: "id"))
        case "name": return try select("SELECT id FROM vlans WHERE name = ?", value)
        case "vid": return try vlans(vid: value)
        case "fabric":
            return try select("SELECT id FROM vlans WHERE fabric_id IN @", anyOf: ids(.fabric, value))
        case "space":
            return try select("SELECT id FROM vlans WHERE space_id IN @", anyOf: ids(.space, value))
        case "subnet":
            return try select("SELECT vlan_id AS id FROM subnets WHERE id IN @", anyOf: ids(.subnet, value))
        default:
            if value == "untagged" || Self.integer(value) != nil { return try vlans(vid: value) }
            return try select("SELECT id FROM vlans WHERE name = ?", value)
        }
    }

    /// Subnets by id, `subnet-ID`, CIDR, name, or with one of the prefixes.
    package func subnets(_ type: String?, _ value: String) throws -> Set<Int> {
        switch type {
        case "cidr":
            guard let network = IPNetwork(loose: value) else {
                throw Refusal.unexpected("invalid IPNetwork \(value)", .addrFormatError)
            }
            return try select("SELECT id FROM subnets WHERE cidr = ?", network.description)
        case "fabric": return try subnets(ofVLANs: vlans("fabric", value))
        case "id":
            guard let id = Self.integer(value) else { throw Refusal.invalid("Subnet ID must be numeric.") }
            return try select("SELECT id FROM subnets WHERE id = ?", id)
        case "interface":
            return try select(
                """
                SELECT subnet_id AS id FROM ip_addresses JOIN interface_addresses ON ip_address_id = ip_addresses.id
                WHERE subnet_id IS NOT NULL AND interface_id IN @
                """, anyOf: ids(.interface, value))
        case "ip":
            let address = try value.looseAddress()
            return Set(try Subnet.all(db).filter { IPNetwork($0.cidr)?.contains(address) ?? false }.map(\.id))
        case "name": return try select("SELECT id FROM subnets WHERE name = ?", value)
        case "space": return try subnets(ofVLANs: vlans(ofSpace: value))
        case "vid": return try subnets(ofVLANs: vlans(vid: value))
        case "vlan": return try subnets(ofVLANs: ids(.vlan, value))
        default:
            if let id = Self.id(value, prefix: "subnet") {
                return try select("SELECT id FROM subnets WHERE id = ?", id)
            }
            if let network = IPNetwork(loose: value) {
                return try select("SELECT id FROM subnets WHERE cidr = ?", network.description)
            }
            return try select("SELECT id FROM subnets WHERE name = ?", value)
        }
    }

    private func subnets(ofVLANs vlans: Set<Int>) throws -> Set<Int> {
        try select("SELECT id FROM subnets WHERE vlan_id IN @", anyOf: vlans)
    }
}
