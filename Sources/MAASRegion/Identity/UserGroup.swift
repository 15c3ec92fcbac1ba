import Formats
import SQLite

/// A group of users, with what its members are entitled to (`Rights`).
package struct UserGroup: Entity {
    package static let table = "user_groups"
    package static let model = "UserGroup"

    package let id: Int
    package let name: String
    package let description: String

    /// Something that the members of a group may do with a resource.
    package struct Entitlement {
        /// `maas`, whose id is 0, or `pool`.
        package let resourceType: String
        package let resourceID: Int
        package let name: String

        package init(resourceType: String, resourceID: Int, name: String) {
            self.resourceType = resourceType
            self.resourceID = resourceID
            self.name = name
        }

        /// What there is for each kind of resource.
        package static let known = [
            "maas": Right.allCases.map(\.rawValue), "pool": Right.ofPools.map(\.rawValue),
        ]
    }

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        description = try row["description"]
    }

    package static func all(_ db: Connection) throws -> [UserGroup] {
        try db.query("SELECT * FROM user_groups ORDER BY id", row: UserGroup.init)
    }

    package static func find(_ db: Connection, name: String) throws -> UserGroup? {
        try db.first("SELECT * FROM user_groups WHERE name = ?", name, row: UserGroup.init)
    }

    /// Adds a group; answers its id.
    package static func insert(_ db: Connection, name: String, description: String) throws -> Int {
        try checkUnique(db, name, except: nil)
        return try db.insert(into: table, ["name": name, "description": description])
    }

    package func update(_ db: Connection, name: String, description: String) throws {
        try Self.checkUnique(db, name, except: id)
        try db.update(Self.table, id: id, ["name": name, "description": description])
    }

    /// MAAS lets its database find names that are taken, and says what that says.
    private static func checkUnique(_ db: Connection, _ name: String, except id: Int?) throws {
        if let other = try find(db, name: name), other.id != id {
            throw Refusal.unexpected("An instance with the same unique attributes already exists.")
        }
    }
}
