import Formats
import SQLite

/// A resource pool. The default one has id 0 whatever it is called.
package struct ResourcePool: NamedObject {
    package static let table = "resource_pools"
    package static let model = "ResourcePool"
    package static let defaultID = 0

    package let id: Int
    package let name: String
    package let description: String

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        description = try row["description"]
    }

    /// Every pool, by name.
    package static func all(_ db: Connection) throws -> [ResourcePool] {
        try all(db, by: "name")
    }
}
