import Foundation
import SQLite

/// How users come and go.
extension User {
    /// Makes a user with an API key, as Django's manager does: the host of the address in small letters.
    /// - Throws: `Refusal` for what the database does not take.
    package static func create(
        _ state: RegionState, username: String, email: String, password: String, isSuperuser: Bool
    ) throws -> User {
        let username = username.precomposedStringWithCompatibilityMapping
        guard !username.isEmpty else { throw Refusal.unexpected("The given username must be set") }
        let email = withLowercasedHost(email)
        if username.unicodeScalars.count > 150 { throw Refusal.tooLong(150) }
        if email.unicodeScalars.count > 254 { throw Refusal.tooLong(254) }
        let taken: Int =
            try state.db.scalar(
                "SELECT COUNT(*) FROM users WHERE username = ? OR (email = ? AND email <> '')", username, email) ?? 0
        guard taken == 0 else { throw Refusal.collision }
        // MAAS keeps the hash of any password, and nobody can log in with a NUL: its form takes none.
        let password = password.unicodeScalars.contains("\0") ? "" : password
        let id = try state.db.insert(
            into: "users",
            ["username": username, "email": email, "password": password, "is_superuser": isSuperuser])
        _ = try Token.create(state, user: id, name: nil)
        guard let user = try find(state.db, id: id) else { throw Refusal.notFound("User") }
        return user
    }

    /// Django's `normalize_email`: what has no `@` stays as it is, blanks included.
    private static func withLowercasedHost(_ sent: String) -> String {
        guard sent.contains("@") else { return sent }
        let email = sent.strippedOfBlanks
        guard let at = email.lastIndex(of: "@") else { return email }
        return email[...at] + email[email.index(after: at)...].lowercased()
    }

    private static let owned = [
        (table: "ip_addresses", column: "user_id", title: "static IP address(es)"),
        (table: "ip_ranges", column: "user_id", title: "IP range(s)"),
        (table: "nodes", column: "owner_id", title: "node(s)"),
    ]

    /// Gives everything that the user owns to another one.
    package func transferResources(_ db: Connection, to heir: User) throws {
        for (table, column, _) in Self.owned {
            try db.execute("UPDATE \(table) SET \(column) = ? WHERE \(column) = ?", heir.id, id)
        }
    }

    /// Deletes a user who owns nothing.
    package func delete(_ db: Connection) throws {
        if isSystem { throw Refusal.unexpected("User has no userprofile.") }
        var obstacles: [String] = []
        for (table, column, title) in Self.owned {
            let count: Int = try db.scalar("SELECT COUNT(*) FROM \(table) WHERE \(column) = ?", id) ?? 0
            if count > 0 { obstacles.append("\(count) \(title)") }
        }
        guard obstacles.isEmpty else {
            throw Refusal.invalid(
                "User \(username) cannot be deleted: \(obstacles.joined(separator: ", ")) are still allocated")
        }
        try db.execute("DELETE FROM users WHERE id = ?", id)
    }
}
