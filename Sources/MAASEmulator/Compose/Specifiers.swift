import Foundation
import SQLite

/// MAAS's little language for naming networks inside constraints: an id, a name, or `type:value`
/// (`MAASQueriesMixin.get_specifiers_q` and what fabrics, VLANs and subnets add to it).
struct Specifiers {
    let db: Connection

    /// A whole number as Python reads it with MAAS's additions: decimal, `0x…` or `0b…`.
    static func integer(_ text: String) -> Int? {
        let digits = text.strippedOfBlanks.lowercased()
        if digits.hasPrefix("0x") { return Int(digits.dropFirst(2), radix: 16) }
        if digits.hasPrefix("0b") { return Int(digits.dropFirst(2), radix: 2) }
        return Int(digits)
    }

    /// The id in `5` or, for `prefix` fabric, in `fabric-5`.
    private static func id(_ text: String, prefix: String) -> Int? {
        if let id = integer(text) { return id }
        guard text.hasPrefix("\(prefix)-") else { return nil }
        return Int(text.dropFirst(prefix.count + 1))
    }

    private func ids(_ sql: String, _ argument: (any SQLBindable)?) throws -> Set<Int> {
        Set(try db.query(sql, argument) { try $0["id"] })
    }

    /// `type:value` when the type is a known one, else no type and the whole text.
    private static func typed(_ text: String, _ types: Set<String>) -> (type: String?, value: String) {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, types.contains(String(halves[0])) else { return (nil, text) }
        return (String(halves[0]), halves[1].strippedOfBlanks)
    }

    /// Fabrics by id, `fabric-ID`, name, `name:` or `class:`.
    func fabrics(_ text: String) throws -> Set<Int> {
        let (type, value) = Self.typed(text, ["name", "class"])
        switch type {
        case "name": return try ids("SELECT id FROM fabrics WHERE name = ?", value)
        case "class": return try ids("SELECT id FROM fabrics WHERE class_type = ?", value)
        default:
            if let id = Self.id(value, prefix: "fabric") { return try ids("SELECT id FROM fabrics WHERE id = ?", id) }
            return try ids("SELECT id FROM fabrics WHERE name = ?", value)
        }
    }

    func vlans(ofFabrics fabrics: Set<Int>) throws -> Set<Int> {
        try fabrics.reduce(into: []) { $0.formUnion(try ids("SELECT id FROM vlans WHERE fabric_id = ?", $1)) }
    }

    /// The VLANs of one space, which must exist; `undefined` means those of none.
    func vlans(ofSpace text: String) throws -> Set<Int> {
        if text == "undefined" { return try ids("SELECT id FROM vlans WHERE space_id IS NULL AND ? IS NULL", nil) }
        guard let space = try spaces(text).first else { throw APIError.notFound("Space") }
        return try ids("SELECT id FROM vlans WHERE space_id = ?", space)
    }

    private func spaces(_ text: String) throws -> Set<Int> {
        let (type, value) = Self.typed(text, ["name", "subnet"])
        switch type {
        case "name": return try ids("SELECT id FROM spaces WHERE name = ?", value)
        case "subnet":
            return try subnets(value).reduce(into: []) {
                $0.formUnion(
                    try ids(
                        """
                        SELECT space_id AS id FROM vlans JOIN subnets ON subnets.vlan_id = vlans.id
                        WHERE subnets.id = ? AND space_id IS NOT NULL
                        """, $1))
            }
        default:
            if let id = Self.id(value, prefix: "space") { return try ids("SELECT id FROM spaces WHERE id = ?", id) }
            return try ids("SELECT id FROM spaces WHERE name = ?", value)
        }
    }

    /// VLANs by VID, name, `id:`, `name:`, `vid:`, `fabric:`, `space:` or `subnet:`.
    func vlans(_ text: String) throws -> Set<Int> {
        let (type, value) = Self.typed(text, ["fabric", "id", "name", "subnet", "space", "vid"])
        switch type {
        case "id": return try ids("SELECT id FROM vlans WHERE id = ?", Int(value))
        case "name": return try ids("SELECT id FROM vlans WHERE name = ?", value)
        case "vid": return try vlans(vid: value)
        case "fabric": return try vlans(ofFabrics: fabrics(value))
        case "space":
            return try spaces(value).reduce(into: []) {
                $0.formUnion(try ids("SELECT id FROM vlans WHERE space_id = ?", $1))
            }
        case "subnet":
            return try subnets(value).reduce(into: []) {
                $0.formUnion(try ids("SELECT vlan_id AS id FROM subnets WHERE id = ?", $1))
            }
        default:
            if value == "untagged" || Self.integer(value) != nil { return try vlans(vid: value) }
            return try ids("SELECT id FROM vlans WHERE name = ?", value)
        }
    }

    /// VLANs by their tag, from 0 (also `untagged`) to 4094.
    func vlans(vid text: String) throws -> Set<Int> {
        guard let vid = text.lowercased() == "untagged" ? 0 : Self.integer(text) else {
            throw APIError.unexpected("invalid literal for int() with base 10: \(pythonQuoted(text))")
        }
        guard (0...4094).contains(vid) else {
            throw APIError.badRequest("VLAN tag (VID) out of range (0-4094; 0 for untagged.)")
        }
        return try ids("SELECT id FROM vlans WHERE vid = ?", vid)
    }

    /// Subnets by id, `subnet-ID`, CIDR, name, or with one of the prefixes.
    func subnets(_ text: String) throws -> Set<Int> {
        let (type, value) = Self.typed(
            text, ["cidr", "fabric", "id", "interface", "ip", "name", "space", "vid", "vlan"])
        switch type {
        case "cidr": return try ids("SELECT id FROM subnets WHERE cidr = ?", value)
        case "name": return try ids("SELECT id FROM subnets WHERE name = ?", value)
        case "id":
            guard let id = Self.integer(value) else { throw APIError.badRequest("Subnet ID must be numeric.") }
            return try ids("SELECT id FROM subnets WHERE id = ?", id)
        case "fabric": return try subnets(ofVLANs: vlans(ofFabrics: fabrics(value)))
        case "space": return try subnets(ofVLANs: vlans(ofSpace: value))
        case "vid": return try subnets(ofVLANs: vlans(vid: value))
        case "vlan": return try subnets(ofVLANs: vlans(value))
        default:
            if let id = Self.id(value, prefix: "subnet") { return try ids("SELECT id FROM subnets WHERE id = ?", id) }
            return try ids("SELECT id FROM subnets WHERE ?1 IN (cidr, name)", value)
        }
    }

    private func subnets(ofVLANs vlans: Set<Int>) throws -> Set<Int> {
        try vlans.reduce(into: []) { $0.formUnion(try ids("SELECT id FROM subnets WHERE vlan_id = ?", $1)) }
    }
}
