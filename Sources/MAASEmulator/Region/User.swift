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

    func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("is_superuser", isSuperuser)
            json.field("username", username)
            json.field("email", email)
            json.field("is_local", true)
            json.field("resource_uri", "\(Dispatch.root)users/\(username)/")
        }
    }
}

/// An API key: `consumer:key:secret`.
struct Token {
    let userID: Int
    let name: String
    let consumerKey: String
    let key: String
    let secret: String

    init(_ row: Row) throws {
        userID = try row["user_id"]
        name = try row["name"]
        consumerKey = try row["consumer_key"]
        key = try row["key"]
        secret = try row["secret"]
    }

    /// The API key as its owner writes it.
    var apiKey: String { "\(consumerKey):\(key):\(secret)" }

    static func find(_ db: Connection, key: String, consumer: String) throws -> Token? {
        try db.first("SELECT * FROM tokens WHERE key = ? AND consumer_key = ?", key, consumer, row: Token.init)
    }

    /// The first key of a user.
    static func first(_ db: Connection, ofUser id: Int) throws -> Token? {
        try db.first("SELECT * FROM tokens WHERE user_id = ? ORDER BY id LIMIT 1", id, row: Token.init)
    }
}
