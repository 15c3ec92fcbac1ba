import Formats
import SQLite

/// A person or service that may log in.
package struct User {
    package let id: Int
    package let username: String
    package let email: String
    package let isSuperuser: Bool
    package let isActive: Bool
    /// MAAS's own users, who have no profile.
    package let isSystem: Bool
    /// What the user's groups grant; `nil` in versions without groups, and for users that nobody asked it of.
    package var rights: Rights?

    package init(_ row: Row) throws {
        id = try row["id"]
        username = try row["username"]
        email = try row["email"]
        isSuperuser = try row["is_superuser"]
        isActive = try row["is_active"]
        isSystem = try row["is_system"]
    }

    package static func find(_ db: Connection, id: Int) throws -> User? {
        try db.first("SELECT * FROM users WHERE id = ?", id, row: User.init)
    }

    /// Some users by their ids.
    package static func all(_ db: Connection, ids: some Sequence<Int>) throws -> [Int: User] {
        let ids = ids.ids
        let found = try db.query("SELECT * FROM users WHERE id IN \(ids.list)", ids, row: User.init)
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    package static func find(_ db: Connection, username: String) throws -> User? {
        try db.first("SELECT * FROM users WHERE username = ?", username, row: User.init)
    }

    /// The active user of that name and password.
    package static func find(_ db: Connection, username: String, password: String) throws -> User? {
        try db.first(
            "SELECT * FROM users WHERE username = ? AND password = ? AND password <> '' AND is_active = 1", username,
            password, row: User.init)
    }

    /// The first administrator who is a person.
    package static func administrator(_ db: Connection) throws -> User? {
        try db.first("SELECT * FROM users WHERE is_superuser = 1 AND is_system = 0 ORDER BY id", row: User.init)
    }

    /// Everybody, the system's own user included, by name.
    package static func all(_ db: Connection) throws -> [User] {
        try db.query("SELECT * FROM users ORDER BY username", row: User.init)
    }
}
