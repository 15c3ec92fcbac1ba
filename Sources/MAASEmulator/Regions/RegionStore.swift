import Dispatch
import MAASRegion
import SQLite
import Synchronization

/// The connections of a region: one that writes, in the order in which it is asked for, and some that only read and
/// wait for nobody.
///
/// `@unchecked Sendable` is safe: the writing connection and what resets need are touched only on its queue.
final class RegionStore: @unchecked Sendable {
    /// What is known of the region without asking the database: good until the next write.
    struct Facts: Sendable {
        /// Counts the writes.
        var generation = 0
        /// When the next step of a machine's life comes due, in region time.
        var nextDue: RegionTime?
        var clock: RegionClock.Setting?
    }

    /// What a database says that the facts tell.
    struct Known {
        let clock: RegionClock.Setting
        let nextDue: RegionTime?

        /// - Parameter wall: the wall clock, in milliseconds.
        init(_ db: Connection, wall: Int) throws {
            (clock, nextDue) = try RegionClock(db: db, wall: wall).outlook
        }
    }

    /// How many connections read at once.
    static let readers = 8

    private let queue = DispatchQueue(label: "maas-emulator.region.write")
    private let writer: Connection
    private let readers: ReaderPool
    /// Held for as long as the connections are open: closing it would undo SQLite's own locks on the file.
    private let file: DatabaseFile?
    /// The region as its inventory made it, for resets; touched only while writing. `nil` until it is wanted.
    var pristine: PristineRegion?
    /// What a reset keeps; touched only while writing.
    var particulars: RegionParticulars?
    /// Whether there are snapshots, which a reset keeps, too; touched only while writing.
    var hasSnapshots = false
    private let current = Mutex(Facts())
    private let wall: @Sendable () -> Int
    private let longReads: LongReads

    /// Opens a database, which is a temporary file that goes with the process where no path is given.
    /// - Parameters:
    ///   - readers: how many connections read at once.
    ///   - longReads: those that take long, of all regions together.
    init(
        path: String?, readers: Int = readers, longReads: LongReads = .ofTheProcess, wall: @escaping @Sendable () -> Int
    ) throws {
        self.wall = wall
        self.longReads = longReads
        if let path {
            file = try DatabaseFile(path)
            writer = try Connection(path: path)
            self.readers = ReaderPool(path: path, size: readers)
        } else {
            file = nil
            (writer, self.readers) = try Schema.image.withUnsafeBytes { try Self.open(image: $0, readers: readers) }
        }
    }

    /// Opens a copy of a database, in a temporary file that goes with the process.
    /// - Parameters:
    ///   - image: the bytes of its file, with write-ahead logging.
    ///   - known: what it says.
    init(
        copying image: UnsafeRawBufferPointer, _ known: Known, readers: Int, wall: @escaping @Sendable () -> Int
    ) throws {
        self.wall = wall
        longReads = .ofTheProcess
        file = nil
        (writer, self.readers) = try Self.open(image: image, readers: readers)
        refresh(known)
    }

    /// Opens a temporary file that goes with the process.
    private static func open(image: UnsafeRawBufferPointer, readers: Int) throws -> (Connection, ReaderPool) {
        let temporary = try TemporaryDatabase(image)
        defer { temporary.forgetNames() }
        return (
            try Connection(temporaryWithLog: temporary.path), try ReaderPool(allOf: temporary.path, size: readers)
        )
    }

    var facts: Facts { current.withLock { $0 } }

    /// Runs `body` on the connection that writes. Those who wait for it are served in order.
    func write<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try queue.sync {
            let before = writer.totalChangedRows
            defer { if writer.totalChangedRows != before || facts.clock == nil { refresh() } }
            return try body(writer)
        }
    }

    /// Lets `body` put another database in the place of this one, which counts no rows.
    /// - Parameter body: answers what it knows of the other database, which else is asked.
    func replace(_ body: (Connection) throws -> Known?) throws {
        try queue.sync {
            var known: Known?
            defer { refresh(known) }
            known = try body(writer)
        }
    }

    /// Runs `body` on the region as it is now, whatever others write meanwhile. Where it takes long, and others that do
    /// are under way (`LongReads`), it is stopped and begins again when its turn has come, so that no connection waits.
    func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        let turn = longReads.turn()
        defer { turn.end() }
        while true {
            let value = try readers.withConnection { db in
                try db.snapshot(longAfter: LongReads.steps, goesOn: turn.begins) { try body(db) }
            }
            if let value { return value }
            turn.wait()
        }
    }

    /// Notes that the region is another one now.
    private func refresh(_ known: Known? = nil) {
        let known = known ?? (try? Known(writer, wall: wall()))
        current.withLock { facts in
            facts.generation += 1
            facts.clock = known?.clock
            // A database that cannot be read says so to whoever asks it next; until then something counts as due.
            facts.nextDue = known.map(\.nextDue) ?? .min
        }
    }
}
