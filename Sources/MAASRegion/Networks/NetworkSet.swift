import SQLite

/// Subnets and VLANs by their ids, for lists that name many of them: two statements, however many there are.
package struct NetworkSet {
    package let subnets: [Int: Subnet]
    /// Those that were asked for, those of the subnets, and those that relay for them.
    package let vlans: [Int: VLAN]

    /// Reads the subnets and VLANs that are named.
    package init(_ db: Connection, subnets: some Sequence<Int>, vlans: some Sequence<Int> = []) throws {
        let ids = subnets.ids
        let found = try db.query("SELECT * FROM subnets WHERE id IN \(ids.list)", ids, row: Subnet.init)
        try self.init(db, of: found, vlans: vlans)
    }

    /// Takes the subnets as they are and reads their VLANs.
    package init(_ db: Connection, of subnets: [Subnet], vlans: some Sequence<Int> = []) throws {
        let wanted = (subnets.map(\.vlanID) + vlans).ids
        let found =
            try wanted.isEmpty
            ? []
            : db.query(
                """
                WITH RECURSIVE wanted (id) AS (
                    \(wanted.rows)
                    UNION SELECT relay_vlan_id FROM vlans JOIN wanted ON wanted.id = vlans.id
                        WHERE relay_vlan_id IS NOT NULL
                )
                \(VLAN.select) WHERE vlans.id IN (SELECT id FROM wanted)
                """, wanted, row: VLAN.init)
        self.subnets = Dictionary(subnets.map { ($0.id, $0) }) { first, _ in first }
        self.vlans = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }
}
