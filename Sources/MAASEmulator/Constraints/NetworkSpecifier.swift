import SQLite

/// Subnets and VLANs named by id, name, network or what they belong to: `12`, `cidr:10.0.0.0/24`, `space:mgmt`.
enum NetworkSpecifier {
    /// The ids of the subnets that any of the specifiers names.
    /// - Throws: `APIError` 404 for a space that does not exist.
    static func subnets(_ db: Connection, _ specifiers: [String]) throws -> [Int] {
        try ids(specifiers) { kind, value in
            switch kind {
            case nil:
                return try numbers(db, subnetSelect + " WHERE subnets.id = ?", Int(objectID(value, "subnet")))
                    ?? numbers(db, subnetSelect + " WHERE subnets.cidr = ?2 OR subnets.name = ?1", value, value)
            case "id": return try numbers(db, subnetSelect + " WHERE subnets.id = ?", Int(value)) ?? []
            case "cidr": return try numbers(db, subnetSelect + " WHERE subnets.cidr = ?", value)
            case "name": return try numbers(db, subnetSelect + " WHERE subnets.name = ?", value)
            case "space":
                guard let space = try space(db, value) else {
                    return try numbers(db, subnetSelect + " WHERE vlans.space_id IS NULL")
                }
                return try numbers(db, subnetSelect + " WHERE vlans.space_id = ?", space)
            case "vid": return try numbers(db, subnetSelect + " WHERE vlans.vid = ?", vid(value))
            case "vlan":
                let vlans = try Set(vlans(db, [value]))
                return try numbers(db, subnetSelect).filter { id in
                    let vlan: Int? = try db.scalar("SELECT vlan_id FROM subnets WHERE id = ?", id)
                    return vlan.map { vlans.contains($0) } ?? false
                }
            case "fabric":
                return try numbers(
                    db, subnetSelect + " WHERE COALESCE(fabrics.name, 'fabric-' || fabrics.id) = ?1 OR fabrics.id = ?2",
                    value, Int(value) ?? -1)
            default: return []
            }
        }
    }

    /// The ids of the VLANs that any of the specifiers names. A bare number is a VID.
    static func vlans(_ db: Connection, _ specifiers: [String]) throws -> [Int] {
        try ids(specifiers) { kind, value in
            switch kind {
            case nil:
                if let vid = Int(value) ?? (value == "untagged" ? 0 : nil) {
                    return try numbers(db, vlanSelect + " WHERE vid = ?", vid)
                }
                return try numbers(db, vlanSelect + " WHERE vlans.name = ?", value)
            case "id": return try numbers(db, vlanSelect + " WHERE vlans.id = ?", Int(value)) ?? []
            case "name": return try numbers(db, vlanSelect + " WHERE vlans.name = ?", value)
            case "vid": return try numbers(db, vlanSelect + " WHERE vid = ?", vid(value))
            case "space":
                guard let space = try space(db, value) else {
                    return try numbers(db, vlanSelect + " WHERE space_id IS NULL")
                }
                return try numbers(db, vlanSelect + " WHERE space_id = ?", space)
            case "fabric":
                return try numbers(
                    db, vlanSelect + " WHERE COALESCE(fabrics.name, 'fabric-' || fabrics.id) = ?1 OR fabrics.id = ?2",
                    value, Int(value) ?? -1)
            case "subnet":
                return try subnets(db, [value]).compactMap {
                    try db.scalar("SELECT vlan_id FROM subnets WHERE id = ?", $0)
                }
            default: return []
            }
        }
    }

    /// The id of a space; `nil` for the words `undefined`, MAAS's space that is none.
    static func space(_ db: Connection, _ specifier: String) throws -> Int? {
        if specifier == "undefined" { return nil }
        let found: Int? = try db.scalar(
            "SELECT id FROM spaces WHERE name = ? OR id = ?", specifier, Int(objectID(specifier, "space")) ?? -1)
        guard let found else { throw APIError.notFound("Space") }
        return found
    }

    private static let subnetSelect = """
        SELECT subnets.id FROM subnets JOIN vlans ON vlans.id = vlan_id JOIN fabrics ON fabrics.id = fabric_id
        """
    private static let vlanSelect = "SELECT vlans.id FROM vlans JOIN fabrics ON fabrics.id = fabric_id"

    /// `12` and `subnet-12` both mean the id 12.
    private static func objectID(_ text: String, _ model: String) -> String {
        text.hasPrefix("\(model)-") ? String(text.dropFirst(model.count + 1)) : text
    }

    private static func vid(_ text: String) -> Int { text.lowercased() == "untagged" ? 0 : Int(text) ?? -1 }

    private static func numbers(_ db: Connection, _ sql: String, _ arguments: (any SQLBindable)?...) throws -> [Int] {
        try db.query(sql, arguments: arguments) { try $0[0] }
    }

    /// `nil` when there is no number to look for.
    private static func numbers(_ db: Connection, _ sql: String, _ number: Int?) throws -> [Int]? {
        guard let number else { return nil }
        return try db.query(sql, number) { try $0[0] }
    }

    private static func ids(
        _ specifiers: [String], _ find: (String?, String) throws -> [Int]
    ) throws -> [Int] {
        var found: Set<Int> = []
        for specifier in specifiers {
            // Commas ask for all, several values for any.
            var all: Set<Int>?
            for part in specifier.split(separator: ",").map({ String($0).strippedOfBlanks }) {
                let halves = part.split(separator: ":", maxSplits: 1).map(String.init)
                let isPlain = halves.count < 2 || !kinds.contains(halves[0])
                let ids = Set(try isPlain ? find(nil, part) : find(halves[0], halves[1]))
                all = all?.intersection(ids) ?? ids
            }
            found.formUnion(all ?? [])
        }
        return found.sorted()
    }

    private static let kinds: Set = ["id", "cidr", "name", "space", "vid", "vlan", "fabric", "subnet"]
}
