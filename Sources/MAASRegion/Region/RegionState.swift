import SQLite

/// The region's state while one thread holds it: the database and what a handler needs to read it.
package struct RegionState {
    /// Notes whether somebody has asked what time it is: what was made of it is not true for long.
    package final class Watch {
        package fileprivate(set) var wasAsked = false
        package init() {}
    }

    package let db: Connection
    package let version: MAASVersion
    /// Milliseconds since 1970 by the wall clock.
    package let wall: Int
    /// The moment at which a step that has come due happens; `nil` for the present.
    package var moment: RegionTime?
    private let watch: Watch?
    private var draws: RegionRandom.Draws?
    private let clockMemory = RegionClock.Memory()

    package init(
        db: Connection, version: MAASVersion, wall: Int, moment: RegionTime? = nil, watch: Watch? = nil
    ) {
        self.db = db
        self.version = version
        self.wall = wall
        self.moment = moment
        self.watch = watch
    }

    package var clock: RegionClock {
        watch?.wasAsked = true
        return RegionClock(db: db, wall: wall, memory: clockMemory)
    }

    package var random: RegionRandom { RegionRandom(db: db, draws: draws) }

    /// Runs `body` at one moment, with a generator that the database hears of when it is over: for what makes thousands
    /// of things at once. Nothing else may draw from the region's generator meanwhile.
    package func inBulk(_ body: (RegionState) throws -> Void) throws {
        var state = self
        state.moment = try now
        let draws = try random.draw()
        state.draws = draws
        try body(state)
        try random.keep(draws)
    }

    package var now: RegionTime { get throws { try moment ?? clock.now } }

    /// What every API key and session of this region begins with, where several regions share an address.
    package var keyPrefix: String { get throws { try setting("keys.prefix") ?? "" } }

    /// A setting of the emulated region itself, not one of MAAS's.
    package func setting(_ key: String) throws -> String? {
        try db.scalar("SELECT value FROM meta WHERE key = ?", key)
    }

    package func set(setting key: String, _ value: String?) throws {
        guard let value else {
            try db.execute("DELETE FROM meta WHERE key = ?", key)
            return
        }
        try db.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key, value)
    }
}
