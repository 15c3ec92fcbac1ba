import SQLite

/// The region's state while one thread holds it: the database and what a handler needs to read it.
struct RegionState {
    let db: Connection
    let version: MAASVersion
    /// Milliseconds since 1970 by the wall clock.
    let wall: Int
    /// The moment at which a step that has come due happens; `nil` for the present.
    var moment: RegionTime?

    var clock: RegionClock { RegionClock(db: db, wall: wall) }
    var random: RegionRandom { RegionRandom(db: db) }
    var now: RegionTime { get throws { try moment ?? clock.now } }

    /// A setting of the emulated region itself, not one of MAAS's.
    func setting(_ key: String) throws -> String? {
        try db.scalar("SELECT value FROM meta WHERE key = ?", key)
    }

    func set(setting key: String, _ value: String?) throws {
        guard let value else {
            try db.execute("DELETE FROM meta WHERE key = ?", key)
            return
        }
        try db.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key, value)
    }
}
