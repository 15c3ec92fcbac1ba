import Foundation
import HTTPServer
import MAASAPI
import MAASRegion
import SQLite

extension Region {
    /// Gives every user a new key which, like all that are made later, begins with `prefix`, so that requests tell whose
    /// region they mean. The keys are drawn from the system's generator, since the seeded one would give every region
    /// of one seed the same; a reset brings them back.
    func renewKeys(prefix: String) throws {
        try store.write { db in
            let ids: [Int] = try db.query("SELECT id FROM tokens ORDER BY id") { try $0["id"] }
            let keys = ids.map { _ in (0..<3).map { _ in UUID().uuidString.replacing("-", with: "").lowercased() } }
            for target in [db, store.pristine].compactMap(\.self) {
                try target.transaction {
                    try state(target).set(setting: "keys.prefix", prefix)
                    for (id, words) in zip(ids, keys) {
                        try target.update(
                            "tokens", id: id,
                            [
                                "consumer_key": prefix + words[0].prefix(12), "key": String(words[1].prefix(18)),
                                "secret": words[2],
                            ])
                    }
                }
            }
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
