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
            try db.execute(
                "INSERT OR REPLACE INTO snapshots (name, taken, data) VALUES (?, ?, ?)", name, now,
                try copy.serialized())
        }
    }

    /// Puts the region back to a snapshot, its time included; false when there is none of that name.
    public func restoreSnapshot(_ name: String) throws -> Bool {
        try store.write(replaces: true) { db in
            let found = try db.first("SELECT taken, data FROM snapshots WHERE name = ?", name) { row in
                (taken: try row["taken"] as Int, data: try row["data"] as [UInt8])
            }
            guard let found else { return false }
            let copy = try Connection(serialized: found.data)
            try setUp(copy) { _ in }
            try state(copy).clock.set(now: found.taken)
            try carrySnapshots(from: db, to: copy)
            try db.overwrite(from: copy)
            return true
        }
    }

    /// Forgets a snapshot; false when there is none of that name.
    public func deleteSnapshot(_ name: String) throws -> Bool {
        try store.write { db in
            try db.execute("DELETE FROM snapshots WHERE name = ?", name)
            return db.changedRows > 0
        }
    }

    /// The snapshots of `db`, and no others, are in `other` then.
    func carrySnapshots(from db: Connection, to other: Connection) throws {
        try other.execute("DELETE FROM snapshots")
        for (name, taken, data) in try db.query(
            "SELECT name, taken, data FROM snapshots",
            row: { row in
                (try row["name"] as String, try row["taken"] as Int, try row["data"] as [UInt8])
            })
        {
            try other.insert(into: "snapshots", ["name": name, "taken": taken, "data": data])
        }
    }
}
