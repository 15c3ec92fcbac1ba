import HTTPServer
import MAASAPI
import MAASRegion
import SQLite

extension Region {
    /// API keys of the first administrator and of the first user who is none.
    typealias Keys = (admin: String?, user: String?)

    /// As they were when the region was opened: without asking a database of which SQLite has not read the schema yet.
    var firstKeys: Keys {
        get throws { try store.write { _ in (store.particulars?.adminKey, store.particulars?.userKey) } }
    }

    /// Whether a user of this name can log in here.
    func hasUser(_ name: String) throws -> Bool { try store.read { try User.find($0, username: name) != nil } }

    /// Whether a request, of which only the head is there, comes from somebody whom the region knows: only their large
    /// bodies are taken in.
    func knowsCaller(of request: HTTPRequest) throws -> Bool {
        try store.read { db in
            let state = state(db)
            if try state.setting(Token.uncheckedSetting) != nil { return true }
            return try Caller.isKnown(request, state)
        }
    }
}
