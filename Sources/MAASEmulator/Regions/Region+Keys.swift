import Foundation
import HTTPServer
import MAASAPI
import MAASRegion
import SQLite

extension Region {
    /// What became of one of the inventory's API keys.
    struct RenewedKey {
        /// Of the row in `tokens`.
        let id: Int
        let consumerKey: String
        let key: String
        let secret: String

        func write(to db: Connection) throws {
            try db.update("tokens", id: id, ["consumer_key": consumerKey, "key": key, "secret": secret])
        }
    }

    /// Gives every user a new key which, like all that are made later, begins with `prefix`, so that requests tell whose
    /// region they mean. The keys are drawn from the system's generator, since the seeded one would give every region
    /// of one seed the same; a reset brings them back.
    func renewKeys(prefix: String) throws {
        func word() -> String { UUID().uuidString.replacing("-", with: "").lowercased() }
        try store.write { db in
            let keys = try db.query("SELECT id FROM tokens ORDER BY id") { row in
                RenewedKey(
                    id: try row["id"], consumerKey: prefix + word().prefix(12), key: String(word().prefix(18)),
                    secret: word())
            }
            try db.transaction {
                try state(db).set(setting: "keys.prefix", prefix)
                for key in keys { try key.write(to: db) }
            }
            store.renewedKeys = keys
        }
    }

    /// Whether a user of this name can log in here.
    func hasUser(_ name: String) throws -> Bool { try store.read { try User.find($0, username: name) != nil } }

    /// Whether a request, of which only the head is there, comes from somebody whom the region knows: only their large
    /// bodies are taken in.
    func knowsCaller(of request: HTTPRequest) throws -> Bool {
        try store.read { db in
            let state = state(db)
            if try state.setting("auth.off") != nil { return true }
            return try Caller.isKnown(request, state)
        }
    }
}
