import SQLite

/// What a user may do by the groups that the user is in, since 3.8 (MAAS's model of OpenFGA).
package struct Rights: Sendable {
    /// Everywhere.
    private let everywhere: Set<Right>
    /// In single resource pools, by their ids.
    private let pools: [Int: Set<Right>]

    package init(_ db: Connection, user: Int) throws {
        let granted = try db.query(
            """
            SELECT resource_type, resource_id, entitlement FROM user_group_entitlements
            JOIN user_group_members USING (group_id) WHERE user_id = ?
            """, user
        ) {
            (
                type: try $0["resource_type"] as String, id: try $0["resource_id"] as Int,
                right: try $0.stored("entitlement") as Right
            )
        }
        everywhere = Set(granted.filter { $0.type == "maas" }.map(\.right))
        pools = Dictionary(grouping: granted.filter { $0.type == "pool" }, by: \.id)
            .mapValues { Set($0.map(\.right)) }
    }

    /// Whether something is granted everywhere or, for machines, in a pool.
    package func allow(_ right: Right, pool: Int? = nil) -> Bool {
        let granted = pool.flatMap { pools[$0] }.map { everywhere.union($0) } ?? everywhere
        return granted.contains(right) || !granted.isDisjoint(with: right.implying)
    }
}

extension User {
    /// Whether the user is entitled to something, in a pool or everywhere: before 3.8 as an administrator.
    package func may(_ right: Right, inPool pool: Int? = nil) -> Bool {
        rights?.allow(right, pool: pool) ?? isSuperuser
    }
}
