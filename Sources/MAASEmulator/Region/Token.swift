import SQLite

/// An API key: `consumer:key:secret`.
struct Token {
    static let standardName = "MAAS consumer"

    let id: Int
    let userID: Int
    let name: String
    let consumerKey: String
    let key: String
    let secret: String

    init(_ row: Row) throws {
        id = try row["id"]
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

    /// The keys of a user, oldest first.
    static func all(_ db: Connection, ofUser id: Int) throws -> [Token] {
        try db.query("SELECT * FROM tokens WHERE user_id = ? ORDER BY id", id, row: Token.init)
    }

    /// The first key of a user.
    static func first(_ db: Connection, ofUser id: Int) throws -> Token? { try all(db, ofUser: id).first }

    /// A new key, with MAAS's lengths: 18, 18 and 32 characters.
    static func create(_ state: RegionState, user: Int, name: String?) throws -> Token {
        let alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789"
        let id = try state.db.insert(
            into: "tokens",
            [
                "user_id": user, "name": name ?? standardName,
                "consumer_key": try state.random.word(18, from: alphabet),
                "key": try state.random.word(18, from: alphabet), "secret": try state.random.word(32, from: alphabet),
            ])
        guard let token = try state.db.first("SELECT * FROM tokens WHERE id = ?", id, row: Token.init) else {
            throw Refusal.notFound("Token")
        }
        return token
    }
}
