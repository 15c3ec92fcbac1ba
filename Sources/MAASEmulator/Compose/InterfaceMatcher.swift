import SQLite

/// Finds the interfaces that constraints describe (`InterfaceQueriesMixin.get_specifiers_q`).
struct InterfaceMatcher {
    let db: Connection

    /// The interfaces of a node that meet all constraints.
    /// - Throws: What MAAS answers for values that name nothing or are malformed.
    func interfaces(of node: Int, matching constraints: [InterfaceConstraints.Constraint]) throws -> Set<Int> {
        let all = try ids("SELECT id FROM interfaces WHERE node_id = ?", node)
        var matching = all
        for constraint in constraints {
            let isNegated = constraint.key.hasPrefix("not_")
            let key = isNegated ? String(constraint.key.dropFirst(4)) : constraint.key
            var found: Set<Int> = []
            for value in constraint.values { found.formUnion(try interfaces(key, value.strippedOfBlanks, of: node)) }
            matching.formIntersection(isNegated ? all.subtracting(found) : found)
        }
        return matching
    }

    private func ids(_ sql: String, _ argument: (any SQLBindable)?) throws -> Set<Int> {
        Set(try db.query(sql, argument) { try $0["id"] })
    }

    /// The interfaces of a node that one value of one key means.
    private func interfaces(_ key: String, _ value: String, of node: Int) throws -> Set<Int> {
        let own = try Interface.all(db, node: node)
        switch key {
        case "id":
            guard let id = Specifiers.integer(value) else { throw APIError.badRequest("Interface ID must be numeric.") }
            return Set(own.map(\.id)).intersection([id])
        case "name": return Set(own.filter { $0.name == value }.map(\.id))
        case "type": return Set(own.filter { $0.type == value }.map(\.id))
        case "tag":
            let wanted = value.components(separatedBy: "&&")
            return Set(own.filter { Set($0.tags).isSuperset(of: wanted) }.map(\.id))
        case "link_speed":
            guard let speed = Int(value) else {
                throw APIError.unexpected("Field 'link_speed' expected a number but got \(pythonQuoted(value)).")
            }
            return Set(own.filter { $0.linkSpeed >= speed }.map(\.id))
        case "hostname":
            let hostname: String? = try db.scalar("SELECT hostname FROM nodes WHERE id = ?", node)
            return hostname == value ? Set(own.map(\.id)) : []
        case "ip":
            return try ids(
                """
                SELECT interface_id AS id FROM interface_addresses JOIN ip_addresses ON ip_addresses.id = ip_address_id
                WHERE ip = ?
                """, value
            ).intersection(own.map(\.id))
        case "subnet": return try interfaces(own, onSubnets: Specifiers(db: db).subnets(value))
        case "subnet_cidr": return try interfaces(own, onSubnets: Specifiers(db: db).subnets("cidr:\(value)"))
        default:
            let vlans = try vlans(key, value)
            return Set(own.filter { $0.vlanID.map(vlans.contains) ?? false }.map(\.id))
                .union(key == "space" && value == "undefined" ? own.filter { $0.vlanID == nil }.map(\.id) : [])
        }
    }

    /// Interfaces with an address, or the wish for one, on any of these subnets.
    private func interfaces(_ own: [Interface], onSubnets subnets: Set<Int>) throws -> Set<Int> {
        Set(
            try own.filter { interface in
                try Link.all(db, interface: interface.id).contains { $0.subnetID.map(subnets.contains) ?? false }
            }.map(\.id))
    }

    private func vlans(_ key: String, _ value: String) throws -> Set<Int> {
        let specifiers = Specifiers(db: db)
        switch key {
        case "fabric": return try specifiers.vlans(ofFabrics: specifiers.fabrics(value))
        case "fabric_class":
            return try ids(
                "SELECT vlans.id FROM vlans JOIN fabrics ON fabrics.id = fabric_id WHERE class_type = ?", value)
        case "space": return try specifiers.vlans(ofSpace: value)
        case "vlan": return try specifiers.vlans(value)
        default: return try specifiers.vlans(vid: value)
        }
    }
}
