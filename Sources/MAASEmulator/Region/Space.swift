import Formats
import SQLite

/// A space: subnets that may reach each other. VLANs without one are in the pseudo-space `undefined`, whose id is -1.
struct Space: NamedObject {
    static let table = "spaces"
    static let model = "Space"
    static let undefinedName = "undefined"

    let id: Int
    let name: String
    let description: String

    init(_ row: Row) throws {
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
    static let undefined = Space(undefined: ())

    static func all(_ db: Connection) throws -> [Space] {
        try all(db, by: "id")
    }
}
