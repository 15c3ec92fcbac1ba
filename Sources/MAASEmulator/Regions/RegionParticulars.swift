import MAASRegion
import SQLite

/// What a region has of its own, and not of its inventory: resets keep it.
struct RegionParticulars {
    /// Whose every request is, where nobody looks at credentials.
    var openUser: String?
    /// What every key of the region begins with, so that requests tell whose they are.
    var keyPrefix: String?
    /// In place of those that the inventory gives.
    var keys: [RegionKey] = []
    /// The API key of the first administrator when the region was opened.
    var adminKey: String?
    /// That of the first user who is none.
    var userKey: String?

    /// What these options make of the region in a database.
    init(_ options: Region.Options, _ db: Connection) throws {
        if !options.checksCredentials {
            openUser = try db.scalar(
                "SELECT username FROM users WHERE is_superuser = 1 AND is_system = 0 ORDER BY id LIMIT 1")
        }
        if let prefix = options.keyPrefix {
            keyPrefix = prefix
            keys = try RegionKey.all(db).map { $0.renewed(prefix: prefix) }
        }
    }

    func write(to state: RegionState) throws {
        try state.set(setting: Token.uncheckedSetting, openUser)
        try state.set(setting: "keys.prefix", keyPrefix)
        for key in keys { try key.write(to: state.db) }
    }
}
