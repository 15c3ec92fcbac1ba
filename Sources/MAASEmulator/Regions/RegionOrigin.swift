import Formats
import MAASRegion
import SQLite

/// What the region in a database was made from.
struct RegionOrigin {
    /// The setting that holds the version.
    static let versionKey = "version"

    let inventory: String
    let seed: UInt64
    /// `nil` in a database of an emulator that did not note it.
    let version: MAASVersion?
    private let counts: [(kind: String, count: Int)]

    /// - Returns: `nil` for a database that no inventory has filled yet.
    init?(_ db: Connection) throws {
        guard try db.scalar("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'meta'") == 1 else { return nil }
        func setting(_ key: String) throws -> String? {
            try db.scalar("SELECT value FROM meta WHERE key = ?", key)
        }
        guard let inventory = try setting("inventory") else { return nil }
        self.inventory = inventory
        seed = UInt64(try setting("seed") ?? "") ?? 1
        version = try setting(Self.versionKey).flatMap(MAASVersion.init(rawValue:))
        counts = try [
            ("machines", "SELECT COUNT(*) FROM nodes WHERE node_type = \(Node.Kind.machine.rawValue)"),
            ("VM hosts", "SELECT COUNT(*) FROM vm_hosts"),
            ("subnets", "SELECT COUNT(*) FROM subnets"),
        ].map { ($0, try db.scalar($1) as Int? ?? 0) }
    }

    /// - Throws: `RegionError` when something else is asked for than the database holds.
    func check(_ options: Region.Options) throws {
        func refuse(_ difference: RegionError.Difference) -> RegionError {
            RegionError(difference: difference, database: options.database ?? "in memory", holds: description)
        }
        if let wanted = options.inventory, !isMade(from: wanted) { throw refuse(.inventory) }
        if let wanted = options.seed, wanted != seed { throw refuse(.seed) }
        if let wanted = options.version, let version, wanted != version { throw refuse(.version) }
    }

    /// The same inventory, however it is laid out.
    private func isMade(from wanted: [UInt8]) -> Bool {
        if Array(inventory.utf8) == wanted { return true }
        guard let ours = try? JSONValue(parsing: Array(inventory.utf8)), let theirs = try? JSONValue(parsing: wanted)
        else { return false }
        return ours.normal == theirs.normal
    }

    /// What it holds, for people.
    private var description: String {
        let parts = counts.map { "\($0.count) \($0.kind)" }
        return "MAAS \(version?.rawValue ?? "of an unknown version"), seed \(seed), \(parts.joined(separator: ", "))"
    }
}

extension JSONValue {
    /// The same value with whole numbers written in one way: 1 and 1.0 are one in JSON.
    fileprivate var normal: JSONValue {
        switch self {
        case .number(let number): Int(exactly: number).map(JSONValue.integer) ?? self
        case .array(let elements): .array(elements.map(\.normal))
        case .object(let members): .object(members.mapValues(\.normal))
        case .null, .bool, .integer, .string: self
        }
    }
}

/// A database holds another region than was asked for.
public struct RegionError: Error, CustomStringConvertible {
    /// What was asked for and is not what the database was made with.
    public enum Difference: Sendable, Hashable {
        /// One of `Region.Options`.
        case inventory, seed, version
    }

    /// What differs.
    public let difference: Difference
    /// The file.
    public let database: String
    /// What is in the file: version, seed and how much of everything.
    public let holds: String

    /// What is in the way, naming the file and what it holds.
    public var description: String {
        let other =
            switch difference {
            case .inventory: "another inventory"
            case .seed: "another seed"
            case .version: "another version"
            }
        return "the database \(database) holds a region of \(other) (\(holds)); leave the flag out to continue it"
    }
}
