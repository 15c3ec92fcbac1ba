import Foundation
import SQLite

/// One of the API keys that an inventory gives, or what became of it in a region with keys of its own.
struct RegionKey {
    /// Of the row in `tokens`.
    let id: Int
    let consumerKey: String
    let key: String
    let secret: String

    /// Those that there are.
    static func all(_ db: Connection) throws -> [RegionKey] {
        try db.query("SELECT id, consumer_key, key, secret FROM tokens ORDER BY id") { row in
            RegionKey(
                id: try row["id"], consumerKey: try row["consumer_key"], key: try row["key"], secret: try row["secret"])
        }
    }

    /// A new key in place of this one, drawn from the system's generator: the seeded one would give every region of one
    /// seed the same.
    func renewed(prefix: String) -> RegionKey {
        func word() -> String { UUID().uuidString.replacing("-", with: "").lowercased() }
        return RegionKey(
            id: id, consumerKey: prefix + word().prefix(12), key: String(word().prefix(18)), secret: word())
    }

    func write(to db: Connection) throws {
        try db.update("tokens", id: id, ["consumer_key": consumerKey, "key": key, "secret": secret])
    }
}
