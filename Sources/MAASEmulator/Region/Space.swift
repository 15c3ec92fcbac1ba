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

    func write(_ db: Connection, into json: inout JSONWriter) throws {
        let vlans = try VLAN.all(db, ofSpace: id == -1 ? nil : id)
        let subnets = try Subnet.all(db).filter { subnet in vlans.contains { $0.id == subnet.vlanID } }
        try json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("description", description)
            try json.array("vlans", of: vlans) { try $1.write(db, into: &$0) }
            try json.array("subnets", of: subnets) { try $1.write(db, into: &$0) }
            json.field("resource_uri", "\(Dispatch.root)spaces/\(id == -1 ? Self.undefinedName : String(id))/")
        }
    }
}
