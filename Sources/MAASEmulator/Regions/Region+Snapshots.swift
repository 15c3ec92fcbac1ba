import Formats
import MAASRegion
import SQLite

extension Region {
    /// A copy of the whole region under a name.
    public struct Snapshot: Sendable, Equatable {
        /// The name it was taken under.
        public let name: String
        /// Region time when it was taken, milliseconds since 1970.
        public let taken: Int
        /// bytes
        public let size: Int
    }

    /// The snapshots, in the order of their names.
    public func snapshots() throws -> [Snapshot] {
        try store.write { db in
            try db.query("SELECT name, taken, LENGTH(data) AS size FROM snapshots ORDER BY name") {
                Snapshot(name: try $0["name"], taken: try $0["taken"], size: try $0["size"])
            }
        }
    }

    /// Copies the whole region; a snapshot of the same name is replaced.
    public func takeSnapshot(_ name: String) throws {
        try store.write { db in
            let copy = try Connection.scratch()
            try copy.overwrite(from: db)
            let now = try state(copy).now
            try copy.execute("DELETE FROM snapshots")
            try copy.execute("VACUUM")
            store.hasSnapshots = true
            try db.execute(
                "INSERT OR REPLACE INTO snapshots (name, taken, data) VALUES (?, ?, ?)", name, now,
                try copy.serialized())
        }
    }

    /// Puts the region back to a snapshot, its time included; false when there is none of that name.
    public func restoreSnapshot(_ name: String) throws -> Bool {
        var wasFound = false
        try store.replace { db in
            let found = try db.first("SELECT taken, data FROM snapshots WHERE name = ?", name) { row in
                (taken: try row["taken"] as Int, data: try row["data"] as [UInt8])
            }
            guard let found else { return nil }
            wasFound = true
            let snapshots = try keptSnapshots(db)
            let copy = try Connection(serialized: found.data)
            try setUp(copy) { _ in }
            try state(copy).clock.set(now: found.taken)
            try copy.execute("DELETE FROM snapshots")
            try keep(snapshots, in: copy)
            let known = try RegionStore.Known(copy, wall: wallClock())
            try db.overwrite(from: copy)
            return known
        }
        return wasFound
    }

    /// Forgets a snapshot; false when there is none of that name.
    public func deleteSnapshot(_ name: String) throws -> Bool {
        try store.write { db in
            try db.execute("DELETE FROM snapshots WHERE name = ?", name)
            let isGone = db.changedRows > 0
            store.hasSnapshots = try Self.hasSnapshots(db)
            return isGone
        }
    }

    static func hasSnapshots(_ db: Connection) throws -> Bool {
        try db.first("SELECT 1 FROM snapshots") { _ in true } ?? false
    }

    /// Those of a database that is about to become another one.
    func keptSnapshots(_ db: Connection) throws -> [KeptSnapshot] {
        try db.query("SELECT name, taken, data FROM snapshots") { row in
            KeptSnapshot(name: try row["name"], taken: try row["taken"], data: try row["data"])
        }
    }

    func keep(_ snapshots: [KeptSnapshot], in db: Connection) throws {
        for snapshot in snapshots {
            try db.insert(
                into: "snapshots", ["name": snapshot.name, "taken": snapshot.taken, "data": snapshot.data])
        }
    }

    struct KeptSnapshot {
        let name: String
        let taken: RegionTime
        let data: [UInt8]
    }
}
