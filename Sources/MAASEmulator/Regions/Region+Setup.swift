import Formats
import MAASAPI
import MAASRegion
import SQLite

/// How a region comes to be: the one sequence for opening, resetting and restoring it.
extension Region {
    /// Brings a database to today's schema, fills it where it is empty, and does what MAAS does whenever it starts.
    /// - Parameter fill: puts the inventory into an empty region.
    func setUp(_ db: Connection, fill: (RegionState) throws -> Void) throws {
        let state = state(db)
        if try db.scalar("PRAGMA user_version") == 0 {
            // All at once: what is written before would be written twice.
            try db.filling {
                try Schema.migrate(db)
                try fill(state)
            }
        } else {
            try Schema.migrate(db)
            if try state.setting("inventory") == nil { try db.filling { try fill(state) } }
        }
        try db.transaction {
            try Notification.addDeprecations(state)
            // A newer version brings more of them.
            try BuiltinScripts.load(state)
        }
    }

    /// Makes an empty database the region of an inventory, and keeps what came of it for the next one.
    /// - Returns: what there is to know of it without asking it.
    func begin(_ db: Connection, _ options: Options) throws -> RegionStore.Known? {
        let origin = PristineRegions.Origin(options)
        // A database of something else is not written over: setting up refuses it.
        let steps: Int = try db.scalar("PRAGMA user_version") ?? 0
        let isEmpty = try steps == 0 && db.scalar("SELECT COUNT(*) FROM sqlite_schema") == 0
        if isEmpty, let known = pristineRegions.find(origin) {
            store.pristine = known
            return try known.copy(into: db, wall: wallClock()) { copy in
                store.particulars = try Self.settleCopy(state(copy), options)
            }
        }
        try setUp(db) { try fill($0, origin.inventory, seed: origin.seed, clock: options.clock) }
        let made = try PristineRegion(copying: db)
        pristineRegions.keep(made, of: origin)
        store.pristine = made
        try db.transaction { store.particulars = try Self.settle(state(db), options) }
        db.releaseMemory()
        return nil
    }

    /// A region in no file of its own, of an inventory that this process has loaded before.
    static func copy(_ options: Options, of pristineRegions: PristineRegions) throws -> RegionStore? {
        guard options.database == nil else { return nil }
        let origin = PristineRegions.Origin(options)
        guard let pristine = pristineRegions.find(origin) else { return nil }
        let wall = options.wallClock()
        var own: RegionParticulars?
        let store = try pristine.withImage(wall: wall) { copy in
            own = try settleCopy(RegionState(db: copy, version: origin.version, wall: wall), options)
        } body: { image, known in
            try RegionStore(copying: image, known, readers: options.readers, wall: options.wallClock)
        }
        store.pristine = pristine
        store.particulars = own
        return store
    }

    /// Opens the region that a database holds already.
    func resume(_ db: Connection, _ options: Options) throws {
        try setUp(db) { _ in }
        let state = state(db)
        store.hasSnapshots = try Self.hasSnapshots(db)
        try db.transaction {
            try state.set(setting: RegionOrigin.versionKey, version.rawValue)
            if !options.keepsClock { try state.clock.set(speed: options.clock.speed) }
            store.particulars = try Self.settle(state, options)
        }
    }

    /// Gives the copy of a pristine region its own time, and what else it has of its own.
    private static func settleCopy(_ state: RegionState, _ options: Options) throws -> RegionParticulars {
        try state.clock.set(now: state.clock.wall)
        try state.clock.set(speed: options.clock.speed)
        return try settle(state, options)
    }

    /// Gives a region what it has of its own.
    private static func settle(_ state: RegionState, _ options: Options) throws -> RegionParticulars {
        var own = try RegionParticulars(options, state.db)
        try own.write(to: state)
        own.adminKey = try Token.first(state.db, ofAdministrator: true)?.apiKey
        own.userKey = try Token.first(state.db, ofAdministrator: false)?.apiKey
        return own
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
        try store.replace { db in
            let snapshots = store.hasSnapshots ? try keptSnapshots(db) : []
            let clock = try store.facts.clock ?? state(db).clock.setting
            let pristine = try store.pristine ?? PristineRegion(copying: fresh(like: state(db)))
            store.pristine = pristine
            let known = try pristine.copy(into: db, wall: wallClock()) { copy in
                let state = state(copy)
                try state.clock.set(clock)
                try store.particulars?.write(to: state)
            }
            if !snapshots.isEmpty { try db.transaction { try keep(snapshots, in: db) } }
            return known
        }
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
