import SQLite

/// Subnets and VLANs by their ids, for lists that name many of them: two statements, however many there are.
package struct NetworkSet {
    package let subnets: [Int: Subnet]
    /// Those that were asked for, those of the subnets, and those that relay for them.
    package let vlans: [Int: VLAN]

    private static let subnetsByID = ListSQL { list in
        "SELECT * FROM subnets WHERE id IN \(list("?1"))"
    }
    private static let vlansByID = ListSQL { list in
        "\(VLAN.select) WHERE vlans.id IN \(list("?1"))"
    }

    /// Reads the subnets and VLANs that are named.
    package init(_ db: Connection, subnets: some Sequence<Int>, vlans: some Sequence<Int> = []) throws {
        let ids = subnets.ids
        let found = try db.query(Self.subnetsByID[ids], ids, row: Subnet.init)
        try self.init(db, of: found, vlans: vlans)
    }

    /// Takes the subnets as they are and reads their VLANs.
    package init(_ db: Connection, of subnets: [Subnet], vlans: some Sequence<Int> = []) throws {
        var found: [Int: VLAN] = [:]
        var wanted = (subnets.map(\.vlanID) + vlans).ids
        while !wanted.isEmpty {
            let read = try db.query(Self.vlansByID[wanted], wanted, row: VLAN.init)
            for vlan in read { found[vlan.id] = vlan }
            // Hardly any VLAN has another that relays for it, and that one none.
            wanted = read.compactMap(\.relayVLANID).filter { found[$0] == nil }.ids
        }
        self.vlans = found
        self.subnets = Dictionary(subnets.map { ($0.id, $0) }) { first, _ in first }
    }
}
