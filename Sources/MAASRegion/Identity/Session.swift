import SQLite

/// A browser that is logged in, known by a cookie.
package struct Session {
    package let key: String
    package let userID: Int
    /// Seconds for which it lasts: the setting `session_length` at the login.
    package let length: Int

    /// Logs a user in, by the wall clock.
    package static func create(_ state: RegionState, of user: User) throws -> Session {
        let length = try Configuration.value("session_length", state)?.integer ?? 0
        let key = try state.keyPrefix + state.random.word(32, from: "abcdefghijklmnopqrstuvwxyz0123456789")
        let now = state.wall / 1000
        try state.db.execute("DELETE FROM sessions WHERE expires <= ?", now)
        try state.db.insert(into: "sessions", ["key": key, "user_id": user.id, "expires": now + length])
        return Session(key: key, userID: user.id, length: length)
    }

    /// Who is logged in by a cookie; `nil` when nobody is any more.
    package static func user(_ state: RegionState, key: String) throws -> User? {
        try state.db.first(
            "SELECT users.* FROM users JOIN sessions ON user_id = id WHERE key = ? AND expires > ? AND is_active = 1",
            key, state.wall / 1000, row: User.init)
    }

    /// Logs out.
    package static func delete(_ db: Connection, key: String) throws {
        try db.execute("DELETE FROM sessions WHERE key = ?", key)
    }
}
