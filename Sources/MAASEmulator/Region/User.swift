import Formats
import SQLite

/// A person or service that may log in.
struct User {
    let id: Int
    let username: String
    let email: String
    let isSuperuser: Bool
    let isActive: Bool

    init(_ row: Row) throws {
        id = try row["id"]
        username = try row["username"]
        email = try row["email"]
        isSuperuser = try row["is_superuser"]
        isActive = try row["is_active"]
    }

    static func find(_ db: Connection, id: Int) throws -> User? {
        try db.first("SELECT * FROM users WHERE id = ?", id, row: User.init)
    }

    static func find(_ db: Connection, username: String) throws -> User? {
        try db.first("SELECT * FROM users WHERE username = ?", username, row: User.init)
    }

    /// Everybody, the system's own user included, by name.
    static func all(_ db: Connection) throws -> [User] {
        try db.query("SELECT * FROM users ORDER BY username", row: User.init)
    }
}
