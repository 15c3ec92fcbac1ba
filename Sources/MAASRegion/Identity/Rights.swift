import SQLite

/// What a user may do by the groups that the user is in, since 3.8 (MAAS's model of OpenFGA).
package struct Rights: Sendable {
    /// Everywhere.
    private let everywhere: Set<String>
    /// In single resource pools, by their ids.
    private let pools: [Int: Set<String>]

    package init(_ db: Connection, user: Int) throws {
        let granted = try db.query(
            """
            SELECT resource_type, resource_id, entitlement FROM user_group_entitlements
            JOIN user_group_members USING (group_id) WHERE user_id = ?
            """, user
        ) { (type: try $0[0] as String, id: try $0[1] as Int, name: try $0[2] as String) }
        everywhere = Set(granted.filter { $0.type == "maas" }.map(\.name))
        pools = Dictionary(grouping: granted.filter { $0.type == "pool" }, by: \.id)
            .mapValues { Set($0.map(\.name)) }
    }

    /// Whether something is granted everywhere or, for machines, in a pool.
    package func allow(_ entitlement: String, pool: Int? = nil) -> Bool {
        let granted = pool.flatMap { pools[$0] }.map { everywhere.union($0) } ?? everywhere
        return granted.contains(entitlement) || !granted.isDisjoint(with: Self.stronger(entitlement))
    }

    /// What implies something: who may change a thing may look at it.
    private static func stronger(_ entitlement: String) -> Set<String> {
        switch entitlement {
        case "can_deploy_machines", "can_view_machines": ["can_edit_machines"]
        case "can_view_available_machines": ["can_edit_machines", "can_view_machines"]
        // Operations are granted one by one.
        case "can_view_operations": []
        default: entitlement.hasPrefix("can_view_") ? ["can_edit_" + entitlement.dropFirst(9)] : []
        }
    }
}

extension User {
    /// Whether the user is entitled to something, in a pool or everywhere: before 3.8 as an administrator.
    package func may(_ entitlement: String, inPool pool: Int? = nil) -> Bool {
        rights?.allow(entitlement, pool: pool) ?? isSuperuser
    }
}
