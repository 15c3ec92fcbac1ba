import Formats
import SQLite

/// A space: subnets that may reach each other. VLANs without one are in the pseudo-space `undefined`, whose id is -1.
package struct Space: NamedObject {
    package static let table = "spaces"
    package static let model = "Space"
    package static let undefinedName = "undefined"

    package let id: Int
    package let name: String
    package let description: String

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        description = try row["description"]
    }

    private init(undefined: Void) {
        id = -1
        name = Self.undefinedName
        description =
            "Backward compatibility object to ensure objects not associated with a space can be found."
    }

    /// The space of everything that has none.
    package static let undefined = Space(undefined: ())

    package static func all(_ db: Connection) throws -> [Space] {
        try all(db, by: "changed")
    }

    /// Adds a space; answers its id. One without a name is called after its id, which it has only then.
    package static func create(_ db: Connection, name: String?, description: String) throws -> Int {
        let id = try insert(db, name: name ?? "", description: description)
        if name == nil { try db.update(table, id: id, ["name": "space-\(id)"]) }
        return id
    }
}
