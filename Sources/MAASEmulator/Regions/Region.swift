import Formats
import Foundation
import HTTPServer
import MAASAPI
import MAASRegion
import SQLite
import Synchronization

/// An emulated MAAS region: its state in SQLite, and MAAS's API over it.
///
/// Regions share nothing that changes, so a process can have as many as it likes.
public final class Region: Sendable {
    /// How region time passes.
    public enum ClockMode: Sendable, Equatable {
        /// As fast as the wall clock, or so many times faster.
        case running(speed: Double)
        /// Only when it is advanced.
        case manual
    }

    /// How a region is opened; what is not said is the default lab in MAAS 3.7.
    public struct Options: Sendable {
        /// The MAAS release that it is; `nil` for what the database holds, or the standard one.
        public var version: MAASVersion?
        /// How time passes in it.
        public var clock = ClockMode.running(speed: 1)
        /// A database that is continued keeps the clock mode it had; otherwise `clock` is set anew.
        public var keepsClock = true
        /// Seeds system ids, MAC addresses and generated names; `nil` for what the database was made with, or 1.
        public var seed: UInt64?
        /// The fixture that an empty region starts from, as JSON; `nil` for what the database was made from, or the
        /// default lab.
        public var inventory: [UInt8]?
        /// The SQLite file; `nil` keeps the region in memory.
        public var database: String?
        /// False when every request is the first administrator's, whatever credentials it carries.
        public var checksCredentials = true
        /// False where every answer is made anew, also when the region has not changed since it was given before.
        public var keepsAnswers = true
        /// What every API key begins with, in place of the keys that the inventory gives; `nil` for those.
        var keyPrefix: String?
        /// How many requests that only read are answered at once.
        var readers = RegionStore.readers
        /// The wall clock, milliseconds since 1970. OAuth timestamps are held against it.
        public var wallClock: @Sendable () -> Int = {
            Int(saturating: Date().timeIntervalSince1970 * 1000)
        }

        /// The default lab, in real time and without a file.
        public init() {}
    }

    let store: RegionStore
    let table: OperationTable
    /// The MAAS release that it is.
    public let version: MAASVersion
    let wallClock: @Sendable () -> Int
    let apiHash: String
    let nonces = Nonces()
    let kept = KeptAnswers()
    let keepsAnswers: Bool
    let pristineRegions: PristineRegions
    private static let keptFailures = 20
    /// The latest steps of the region's life that failed and were given up: mistakes of the emulator's.
    let givenUp = Mutex<[String]>([])

    /// Opens a region: an existing database is continued, an empty one filled from the inventory, or a copy of what
    /// this process made of the same inventory, seed and version before.
    /// - Throws: `FixtureError` for a bad inventory, `DatabaseError` or `SchemaError` for an unusable database,
    ///   `RegionError` when the database holds a region of another inventory, seed or version than is asked for.
    public convenience init(_ options: Options = Options()) throws {
        try self.init(options, pristineRegions: .ofTheProcess)
    }

    /// Opens a region, which is a copy where one of these is of the same inventory, seed and version.
    package init(_ options: Options, pristineRegions: PristineRegions) throws {
        self.pristineRegions = pristineRegions
        keepsAnswers = options.keepsAnswers
        wallClock = options.wallClock
        let copied = try Self.copy(options, of: pristineRegions)
        store = try copied ?? RegionStore(path: options.database, readers: options.readers, wall: options.wallClock)
        let origin = try copied == nil ? store.write { try RegionOrigin($0) } : nil
        try origin?.check(options)
        version = origin?.version ?? options.version ?? .standard
        let surface = APISurface.of(version)
        table = surface.table
        apiHash = surface.hash
        if copied != nil { return }
        if origin == nil {
            try store.replace { try begin($0, options) }
        } else {
            try store.write { try resume($0, options) }
        }
    }

    /// The default lab, `fixtures/lab.json`.
    public static let lab = Array((EmbeddedData.text("Fixtures/lab.json") ?? "").utf8)

    package func state(_ db: Connection, watch: RegionState.Watch? = nil) -> RegionState {
        RegionState(db: db, version: version, wall: wallClock(), watch: watch)
    }

    /// Runs `body` on the region's state in a transaction of its own.
    package func withState<Value>(_ body: (RegionState) throws -> Value) throws -> Value {
        try store.write { db in
            try applyDue(db)
            let state = state(db)
            return try db.transaction { try body(state) }
        }
    }

    /// Lets what has come due happen, in a transaction of its own: it stays, whatever becomes of the request.
    func applyDue(_ db: Connection) throws {
        guard isDue(store.facts) else { return }
        let state = state(db)
        do {
            try db.transaction {
                try Lifecycle(state).applyDue()
                try SubnetExhaustion.notify(state)
            }
        } catch {
            // One step that cannot happen must not keep the others, and every request, from happening.
            let givenUp = try db.transaction {
                let givenUp = try Lifecycle(self.state(db)).applyDueOneByOne()
                try SubnetExhaustion.notify(state)
                return givenUp
            }
            for one in givenUp {
                FileHandle.standardError.write(
                    Data("maas-emulator: gave up \(one.step), which deserves a report: \(one.reason)\n".utf8))
            }
            self.givenUp.withLock { $0 = ($0 + givenUp.map(\.step)).suffix(Self.keptFailures) }
        }
    }

    /// The API key of the first user who is, or is not, an administrator.
    public func apiKey(admin: Bool) throws -> String? {
        try withState { try Token.first($0.db, ofAdministrator: admin)?.apiKey }
    }
}
