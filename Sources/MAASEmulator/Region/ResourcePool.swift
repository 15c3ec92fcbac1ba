import Formats
import SQLite

/// A resource pool. The default one has id 0 whatever it is called.
struct ResourcePool: NamedObject {
    static let table = "resource_pools"
    static let model = "ResourcePool"
    static let defaultID = 0

    let id: Int
    let name: String
    let description: String

    init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        description = try row["description"]
    }

    /// Every pool, by name.
    static func all(_ db: Connection) throws -> [ResourcePool] {
        try all(db, by: "name")
    }

    /// By id when the text is a number, else by name.
    static func find(_ db: Connection, specifier: String) throws -> ResourcePool? {
        if let id = Int(specifier) { return try find(db, id: id) }
        return try find(db, name: specifier)
    }
}
