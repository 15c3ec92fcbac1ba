/// `users/`: accounts, and who is asking.
enum UsersHandler {
    static let resources = [
        Resource(
            "users/", handler: "UsersHandler", tier: .a, "Manage the user accounts of this MAAS.",
            [
                .read("List users", list),
                .get("whoami", "The logged-in user", whoami),
            ]),
        Resource(
            "users/{username}/", handler: "UserHandler", tier: .a, "Manage a user account.",
            [.read("Read a user", read)]),
    ]

    @Sendable private static func list(_ context: Context) throws -> Reply {
        let users = try User.all(context.db)
        return Reply.json { json in json.array(of: users) { $1.write(into: &$0) } }
    }

    @Sendable private static func whoami(_ context: Context) throws -> Reply {
        let user = try context.caller()
        return Reply.json { user.write(into: &$0) }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        guard let user = try User.find(context.db, username: context.segment("username")) else {
            throw APIError.notFound("User")
        }
        return Reply.json { user.write(into: &$0) }
    }
}
