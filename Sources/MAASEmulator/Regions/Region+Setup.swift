import Formats
import MAASAPI
import MAASRegion
import SQLite

/// How a region comes to be: the one sequence for opening, resetting and restoring it.
extension Region {
    /// Brings a database to today's schema, fills it where it is empty, and does what MAAS does whenever it starts.
    /// - Parameter fill: puts the inventory into an empty region.
    func setUp(_ db: Connection, fill: (RegionState) throws -> Void) throws {
        try Schema.migrate(db)
        let state = state(db)
        if try state.setting("inventory") == nil { try db.transaction { try fill(state) } }
        try db.transaction {
            try Notification.addDeprecations(state)
            // A newer version brings more of them.
            try BuiltinScripts.load(state)
        }
    }

    /// Makes an empty database the region of an inventory, and keeps what came of it for the next one.
    func begin(_ db: Connection, _ options: Options) throws {
        let origin = PristineRegions.Origin(
            inventory: options.inventory ?? Self.lab, seed: options.seed ?? 1, version: version,
            day: wallClock() / 86_400_000)
        // A database of something else is not written over: setting up refuses it.
        let steps: Int = try db.scalar("PRAGMA user_version") ?? 0
        let isEmpty = try steps == 0 && db.scalar("SELECT COUNT(*) FROM sqlite_schema") == 0
        if isEmpty, let known = pristineRegions.find(origin) {
            try known.copy(into: db)
            let clock = state(db).clock
            try db.transaction {
                try clock.set(now: clock.wall)
                try clock.set(speed: options.clock.speed)
            }
            store.pristine = known
        } else {
            try setUp(db) { try fill($0, origin.inventory, seed: origin.seed, clock: options.clock) }
            let made = try PristineRegion(copying: db)
            pristineRegions.keep(made, of: origin)
            store.pristine = made
            db.releaseMemory()
        }
    }

    /// Puts an inventory into an empty region.
    /// - Throws: `FixtureError` for a bad one.
    func fill(_ state: RegionState, _ inventory: [UInt8], seed: UInt64, clock: ClockMode) throws {
        let fixture = try FixtureText.read(inventory)
        try state.set(setting: "inventory", String(decoding: inventory, as: UTF8.self))
        try state.set(setting: "seed", String(seed))
        try state.set(setting: RegionOrigin.versionKey, version.rawValue)
        try state.random.seed(seed)
        try state.clock.set(speed: clock.speed)
        try state.inBulk { try InventoryLoader($0, fixture).load() }
        try SubnetExhaustion.forget(state.db)
    }

    /// Back to the inventory it started from, with the same seed. The clock goes on, snapshots stay.
    public func reset() throws {
        try store.write(replaces: true) { db in
            let old = state(db)
            let kept = try ["auth.off", "keys.prefix", "clock.base", "clock.wall_base", "clock.speed"].map {
                ($0, try old.setting($0))
            }
            try ownPristine(like: old).copy(into: db) { own in
                let state = state(own)
                for (key, value) in kept { try state.set(setting: key, value) }
                for key in store.renewedKeys { try key.write(to: own) }
                try carrySnapshots(from: db, to: own)
            }
        }
    }

    /// The region as its inventory made it, which no other region copies.
    private func ownPristine(like old: RegionState) throws -> PristineRegion {
        if store.ownsPristine, let own = store.pristine { return own }
        let own = try store.pristine?.ownCopy() ?? PristineRegion(copying: fresh(like: old))
        store.pristine = own
        store.ownsPristine = true
        return own
    }

    /// A new region of the same inventory and seed.
    private func fresh(like old: RegionState) throws -> Connection {
        let inventory = Array((try old.setting("inventory") ?? "").utf8)
        let seed = UInt64(try old.setting("seed") ?? "") ?? 1
        let db = try Connection.scratch()
        try setUp(db) { try fill($0, inventory, seed: seed, clock: .manual) }
        return db
    }
}
