import Formats
import SQLite

/// A moment in region time: milliseconds since 1970, UTC.
package typealias RegionTime = Int

/// The region's clock, kept in the database.
///
/// Region time is `base + (wall - wallBase) × speed`. A manual clock has speed 0 and moves only when it is advanced.
package struct RegionClock {
    /// How a clock stands; good until somebody sets it.
    package struct Setting: Sendable {
        /// Region time at the moment `wallBase` of the wall clock.
        let base: Double
        let wallBase: Double
        /// How many seconds of region time pass in one second; 0 when the clock stands still.
        package let speed: Double

        /// The last moment of Python's calendar, 9999-12-31T23:59:59.999: time stops there, and what is added to it
        /// stays a number.
        static let last = 253_402_300_799_999

        /// Region time at a moment of the wall clock, both in milliseconds.
        package func now(wall: Int) -> RegionTime {
            min(max(0, Int(saturating: base + (Double(wall) - wallBase) * speed)), Self.last)
        }
    }

    /// How the clock stood when it was read: nobody else sets it while a request is answered.
    package final class Memory {
        package init() {}
        fileprivate var setting: Setting?
    }

    package let db: Connection
    /// Milliseconds since 1970 by the wall clock.
    package let wall: Int
    private let memory: Memory

    package init(db: Connection, wall: Int, memory: Memory = Memory()) {
        self.db = db
        self.wall = wall
        self.memory = memory
    }

    private func set(_ key: String, _ value: some CustomStringConvertible) throws {
        memory.setting = nil
        try db.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key, value.description)
    }

    package var setting: Setting {
        get throws {
            if let known = memory.setting { return known }
            let setting = try outlook.setting
            memory.setting = setting
            return setting
        }
    }

    /// How the clock stands, and when the next step of a machine's life comes due.
    package var outlook: (setting: Setting, nextDue: RegionTime?) {
        get throws {
            let found = try db.first(
                """
                SELECT (SELECT value FROM meta WHERE key = 'clock.base'),
                    (SELECT value FROM meta WHERE key = 'clock.wall_base'),
                    (SELECT value FROM meta WHERE key = 'clock.speed'), (SELECT MIN(due) FROM transitions)
                """
            ) { row in
                (
                    numbers: try (0..<3).map { try (row[$0] as String?).flatMap { Double($0) } },
                    due: try row[3] as RegionTime?
                )
            }
            let numbers = found?.numbers ?? [nil, nil, nil]
            let setting = Setting(
                base: numbers[0] ?? Double(wall), wallBase: numbers[1] ?? Double(wall), speed: numbers[2] ?? 1)
            return (setting, found?.due)
        }
    }

    /// How many seconds of region time pass in one second; 0 when the clock stands still.
    package var speed: Double { get throws { try setting.speed } }

    package var now: RegionTime { get throws { try setting.now(wall: wall) } }

    /// Goes on as a clock that stood so.
    package func set(_ setting: Setting) throws {
        try set("clock.base", setting.base)
        try set("clock.wall_base", setting.wallBase)
        try set("clock.speed", setting.speed)
    }

    /// Goes on from the present moment at another speed.
    package func set(speed: Double) throws {
        let now = try now
        try set("clock.base", now)
        try set("clock.wall_base", wall)
        try set("clock.speed", speed)
    }

    /// Goes on from another moment, at the same speed.
    package func set(now moment: RegionTime) throws {
        try set("clock.base", moment)
        try set("clock.wall_base", wall)
    }

    /// Moves time forward by this many milliseconds.
    package func advance(by milliseconds: Int) throws {
        try set(now: try now.addingSaturating(milliseconds))
    }
}
