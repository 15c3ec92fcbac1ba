import MAASRegion
import SQLite
import Synchronization

/// A region as its inventory made it: what resets, and further regions of the same inventory, copy.
///
/// `@unchecked Sendable` is safe: one thread at a time touches the connection, which the lock sees to.
final class PristineRegion: @unchecked Sendable {
    private let db: Connection
    private let access = Mutex(())
    /// As the inventory gives them.
    private let keys: [RegionKey]

    /// Copies a region that nobody has changed yet.
    init(copying region: Connection) throws {
        db = try Connection.scratch()
        try db.overwrite(from: region)
        // Not of the copy: it would have to read its schema for them.
        keys = try RegionKey.all(region)
    }

    /// `target` becomes this region with what `settle` gives it of its own, which is not in the next copy.
    ///
    /// Changing the copy would take longer: SQLite reads the whole schema again in each database that was overwritten.
    /// - Parameter wall: the wall clock, in milliseconds.
    /// - Returns: what there is to know of the copy without asking it.
    func copy(into target: Connection, wall: Int, settle: (Connection) throws -> Void) throws -> RegionStore.Known {
        try access.withLock { _ in
            let known = try prepare(wall, settle)
            try target.overwrite(from: db)
            return known
        }
    }

    /// Calls `body` with the same as the bytes of a database file, which are written faster than pages that go through
    /// SQLite.
    func withImage<Value: Sendable>(
        wall: Int, settle: (Connection) throws -> Void,
        body: (UnsafeRawBufferPointer, RegionStore.Known) throws -> Value
    ) throws -> Value {
        try access.withLock { _ in
            let known = try prepare(wall, settle)
            return try db.withSerialized(asLogged: true) { try body($0, known) }
        }
    }

    private func prepare(_ wall: Int, _ settle: (Connection) throws -> Void) throws -> RegionStore.Known {
        try db.transaction {
            for key in keys { try key.write(to: db) }
            try settle(db)
            return try RegionStore.Known(db, wall: wall)
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

extension PristineRegions.Origin {
    /// What an empty region would be made of.
    init(_ options: Region.Options) {
        self.init(
            inventory: options.inventory ?? Region.lab, seed: options.seed ?? 1, version: options.version ?? .standard,
            day: options.wallClock() / 86_400_000)
    }
}
