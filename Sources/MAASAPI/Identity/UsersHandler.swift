import Formats
import MAASRegion

/// `users/`: accounts, and who is asking (`maas/50-inventory.md` section 3).
enum UsersHandler {
    package static let resources = [
        Resource(
            "users/", handler: "UsersHandler", tier: .a, guarded: .identities, "Manage the user accounts of this MAAS.",
            [
                .read("List users", list),
                .create(
                    "Create a user",
                    parameters: [
                        "username": "Name to log in with", "email": "Address", "password": "Password",
                        "is_superuser": "1 for an administrator, 0 for others", "key": "SSH key of an administrator",
                    ], access: .admin, create),
                .get("whoami", "The logged-in user", whoami),
            ]),
        Resource(
            "users/{username}/", handler: "UserHandler", tier: .a, guarded: .identities, "Manage a user account.",
            [
                .read("Read a user", read),
                .delete(
                    "Delete a user who owns nothing",
                    parameters: ["transfer_resources_to": "The user who gets nodes, addresses and ranges"],
                    access: .admin, delete),
            ]),
    ]

    private static func list(_ context: Context) throws -> Reply {
        let users = try User.all(context.db)
        return Reply.json { json in json.array(of: users) { $1.write(into: &$0) } }
    }

    private static func whoami(_ context: Context) throws -> Reply {
        let user = try context.caller()
        return Reply.json { user.write(into: &$0) }
    }

    private static func read(_ context: Context) throws -> Reply {
        guard let user = try User.find(context.db, username: context.segment("username")) else {
            throw Refusal.notFound("User")
        }
        return Reply.json { user.write(into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        let username = try context.required("username")
        let email = try context.required("email")
        let password = try context.required("password")
        let flag = try context.required("is_superuser")
        guard flag == "0" || flag == "1" else {
            throw Refusal.unexpected("Not a valid Boolean value (0 or 1): \(pythonQuoted(flag))")
        }
        guard !username.isEmpty else { throw Refusal.unexpected("The given username must be set") }
        let taken: Int =
            try context.db.scalar(
                "SELECT COUNT(*) FROM users WHERE username = ? OR (email = ? AND email <> '')", username, email) ?? 0
        guard taken == 0 else { throw Refusal.collision }
        let id = try context.db.insert(
            into: "users",
            ["username": username, "email": email, "password": password, "is_superuser": flag == "1"])
        _ = try Token.create(context.state, user: id, name: nil)
        guard let user = try User.find(context.db, id: id) else { throw Refusal.notFound("User") }
        if flag == "1", context.form.contains("key") { _ = try SSHKeysHandler.add(context, to: user) }
        return Reply.json { user.write(into: &$0) }
    }

    /// Deleting a user who is not there succeeds.
    private static func delete(_ context: Context) throws -> Reply {
        let db = context.db
        let username = context.segment("username")
        guard try context.caller().username != username else {
            throw Refusal.invalid("An administrator cannot self-delete.")
        }
        guard let user = try User.find(db, username: username) else { return .deleted }
        let owned = [
            ("ip_addresses", "user_id", "static IP address(es)"), ("ip_ranges", "user_id", "IP range(s)"),
            ("nodes", "owner_id", "node(s)"),
        ]
        if let heirName = context.query["transfer_resources_to"], !heirName.isEmpty {
            guard let heir = try User.find(db, username: heirName) else { throw Refusal.notFound("User") }
            for (table, column, _) in owned {
                try db.execute("UPDATE \(table) SET \(column) = ? WHERE \(column) = ?", heir.id, user.id)
            }
        }
        var obstacles: [String] = []
        for (table, column, title) in owned {
            let count: Int = try db.scalar("SELECT COUNT(*) FROM \(table) WHERE \(column) = ?", user.id) ?? 0
            if count > 0 { obstacles.append("\(count) \(title)") }
        }
        guard obstacles.isEmpty else {
            throw Refusal.invalid(
                "User \(username) cannot be deleted: \(obstacles.joined(separator: ", ")) are still allocated")
        }
        try db.execute("DELETE FROM users WHERE id = ?", user.id)
        return .deleted
    }
}
