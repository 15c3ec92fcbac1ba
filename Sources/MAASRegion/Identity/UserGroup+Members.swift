import SQLite

/// Who is in a group, and what its members may do.
extension UserGroup {
    package func members(_ db: Connection) throws -> [(username: String, email: String)] {
        try db.query(
            """
            SELECT username, email FROM users JOIN user_group_members ON user_id = id WHERE group_id = ? ORDER BY id
            """, id
        ) { (try $0["username"], try $0["email"]) }
    }

    package func entitlements(_ db: Connection) throws -> [Entitlement] {
        try db.query("SELECT * FROM user_group_entitlements WHERE group_id = ? ORDER BY rowid", id) { row in
            Entitlement(
                resourceType: try row["resource_type"], resourceID: try row["resource_id"],
                name: try row["entitlement"])
        }
    }

    /// Takes a user into the group.
    /// - Throws: `Refusal`, a conflict, for one who is in it.
    package func add(_ db: Connection, member user: User) throws {
        let isMember: Bool =
            try db.scalar("SELECT 1 FROM user_group_members WHERE group_id = ? AND user_id = ?", id, user.id) ?? false
        if isMember {
            throw Refusal.conflict("User `\(user.username)` is already a member of the group with ID `\(id)`.")
        }
        try db.insert(into: "user_group_members", ["group_id": id, "user_id": user.id])
    }

    /// Takes a user out of the group; one who is not in it stays out.
    package func remove(_ db: Connection, member user: User) throws {
        try db.execute("DELETE FROM user_group_members WHERE group_id = ? AND user_id = ?", id, user.id)
    }

    /// Lets the members do something; what they may do already stays.
    package func add(_ db: Connection, _ entitlement: Entitlement) throws {
        try db.execute(
            "INSERT OR IGNORE INTO user_group_entitlements VALUES (?, ?, ?, ?)", id, entitlement.resourceType,
            entitlement.resourceID, entitlement.name)
    }

    package func remove(_ db: Connection, _ entitlement: Entitlement) throws {
        try db.execute(
            """
            DELETE FROM user_group_entitlements
            WHERE group_id = ? AND resource_type = ? AND resource_id = ? AND entitlement = ?
            """, id, entitlement.resourceType, entitlement.resourceID, entitlement.name)
    }
}
