import SQLite

/// An API key: `consumer:key:secret`.
package struct Token {
    package static let standardName = "MAAS consumer"
    private static let longestName = 255

    package let id: Int
    package let userID: Int
    package let name: String
    package let consumerKey: String
    package let key: String
    package let secret: String

    package init(_ row: Row) throws {
        id = try row["id"]
        userID = try row["user_id"]
        name = try row["name"]
        consumerKey = try row["consumer_key"]
        key = try row["key"]
        secret = try row["secret"]
    }

    /// The API key as its owner writes it.
    package var apiKey: String { "\(consumerKey):\(key):\(secret)" }

    package static func find(_ db: Connection, key: String, consumer: String) throws -> Token? {
        try db.first("SELECT * FROM tokens WHERE key = ? AND consumer_key = ?", key, consumer, row: Token.init)
    }

    /// The setting that says whose all requests are, in a region that checks no credentials.
    package static let uncheckedSetting = "auth.off"

    private static let selectOwner = """
        SELECT users.*, secret FROM tokens JOIN users ON users.id = user_id
        WHERE tokens.key = ? AND consumer_key = ? AND NOT EXISTS (SELECT 1 FROM meta WHERE key = '\(uncheckedSetting)')
        """

    /// Whose an API key is, and its secret; `nil` for nobody's, and in a region that checks no credentials.
    package static func owner(_ db: Connection, key: String, consumer: String) throws -> (User, secret: String)? {
        try db.first(selectOwner, key, consumer) { (try User($0), try $0["secret"]) }
    }

    /// Whether anybody has an API key that begins so.
    package static func exists(_ db: Connection, consumer: String) throws -> Bool {
        try db.scalar("SELECT 1 FROM tokens WHERE consumer_key = ? LIMIT 1", consumer) ?? false
    }

    /// The keys of a user, oldest first.
    package static func all(_ db: Connection, ofUser id: Int) throws -> [Token] {
        try db.query("SELECT * FROM tokens WHERE user_id = ? ORDER BY id", id, row: Token.init)
    }

    /// The first key of the first user who is, or is not, an administrator.
    package static func first(_ db: Connection, ofAdministrator: Bool) throws -> Token? {
        try db.first(
            """
            SELECT tokens.* FROM tokens JOIN users ON users.id = user_id
            WHERE is_superuser = ? ORDER BY users.id, tokens.id
            """, ofAdministrator, row: Token.init)
    }

    /// Gives it another name.
    package func rename(_ db: Connection, to name: String) throws {
        if name.unicodeScalars.count > Self.longestName { throw Refusal.tooLong(Self.longestName) }
        try db.update("tokens", id: id, ["name": name])
    }

    package func delete(_ db: Connection) throws { try db.execute("DELETE FROM tokens WHERE id = ?", id) }

    /// The first key of a user.
    package static func first(_ db: Connection, ofUser id: Int) throws -> Token? { try all(db, ofUser: id).first }

    /// A new key, with MAAS's lengths: 18, 18 and 32 characters.
    package static func create(_ state: RegionState, user: Int, name: String?) throws -> Token {
        if let name, name.unicodeScalars.count > longestName { throw Refusal.tooLong(longestName) }
        let alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789"
        let id = try state.db.insert(
            into: "tokens",
            [
                "user_id": user, "name": name ?? standardName,
                "consumer_key": try state.keyPrefix + state.random.word(18, from: alphabet),
                "key": try state.random.word(18, from: alphabet), "secret": try state.random.word(32, from: alphabet),
            ])
        guard let token = try state.db.first("SELECT * FROM tokens WHERE id = ?", id, row: Token.init) else {
            throw Refusal.notFound("Token")
        }
        return token
    }
}
