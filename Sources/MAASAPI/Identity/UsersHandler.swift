import Formats
import MAASRegion

/// `users/`: accounts, and who is asking (MAAS: `api/users.py`).
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
        let user = try User.create(
            context.state, username: username, email: email, password: password, isSuperuser: flag == "1")
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
        if let heirName = context.query["transfer_resources_to"], !heirName.isEmpty {
            guard let heir = try User.find(db, username: heirName) else { throw Refusal.notFound("User") }
            try user.transferResources(db, to: heir)
        }
        try user.delete(db)
        return .deleted
    }
}
