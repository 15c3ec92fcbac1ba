import MAASRegion
import SQLite
import Synchronization

/// A region as its inventory made it: what resets, and further regions of the same inventory, copy.
///
/// `@unchecked Sendable` is safe: one thread at a time touches the connection, which the lock sees to.
final class PristineRegion: @unchecked Sendable {
    private let db: Connection
    private let access = Mutex(())

    /// Copies a region that nobody has changed yet.
    init(copying region: Connection) throws {
        db = try Connection.scratch()
        try db.overwrite(from: region)
    }

    /// A copy of it, for a region whose resets change what they copy.
    func ownCopy() throws -> PristineRegion {
        try access.withLock { _ in try PristineRegion(copying: db) }
    }

    /// `target` becomes this region, its clock as it stood when the inventory was loaded.
    func copy(into target: Connection) throws {
        try access.withLock { _ in try target.overwrite(from: db) }
    }

    /// `target` becomes this region as `change` leaves it, which stays so: no other region may copy it.
    ///
    /// That is quicker than changing a copy: SQLite reads the whole schema again in each database that was overwritten.
    func copy(into target: Connection, changedBy change: (Connection) throws -> Void) throws {
        try access.withLock { _ in
            try db.transaction { try change(db) }
            try target.overwrite(from: db)
        }
    }
}

/// The pristine regions that a process has made so far, so that an inventory is loaded once and not once a region. The
/// ones that were asked for longest ago make room for others.
package final class PristineRegions: Sendable {
    /// What makes two pristine regions the same.
    struct Origin: Hashable {
        let inventory: [UInt8]
        let seed: UInt64
        let version: MAASVersion
        /// Of the wall clock, since 1970: what an inventory makes carries its date, and images are named by it.
        let day: Int
    }

    /// How many are kept.
    static let bound = 16

    private let kept = Mutex<[(origin: Origin, region: PristineRegion)]>([])

    /// What every region of this process is a copy of, once the first of its kind is there.
    package static let ofTheProcess = PristineRegions()

    package init() {}

    func find(_ origin: Origin) -> PristineRegion? {
        kept.withLock { kept in
            guard let place = kept.firstIndex(where: { $0.origin == origin }) else { return nil }
            let found = kept.remove(at: place)
            kept.append(found)
            return found.region
        }
    }

    func keep(_ region: PristineRegion, of origin: Origin) {
        kept.withLock { kept in
            kept.removeAll { $0.origin == origin }
            kept.append((origin, region))
            if kept.count > Self.bound { kept.removeFirst() }
        }
    }
}
