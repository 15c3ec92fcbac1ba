import Formats
import SQLite

/// An availability zone. The default one has id 1 whatever it is called.
struct Zone: NamedObject {
    static let table = "zones"
    static let model = "Zone"
    static let defaultID = 1

    let id: Int
    let name: String
    let description: String

    init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        description = try row["description"]
    }

    /// Every zone, by name.
    static func all(_ db: Connection) throws -> [Zone] {
        try all(db, by: "name")
    }
}
