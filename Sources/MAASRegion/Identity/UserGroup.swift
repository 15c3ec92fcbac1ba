import Formats
import SQLite

/// A group of users, with what its members are entitled to. The emulator keeps both; what a user may do follows from
/// being an administrator alone.
package struct UserGroup {
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
            "maas": [
                "can_edit_machines", "can_deploy_machines", "can_view_machines", "can_view_available_machines",
                "can_edit_global_entities", "can_view_global_entities", "can_edit_controllers", "can_view_controllers",
                "can_edit_identities", "can_view_identities", "can_edit_configurations", "can_view_configurations",
                "can_edit_notifications", "can_view_notifications", "can_edit_boot_entities", "can_view_boot_entities",
                "can_edit_license_keys", "can_view_license_keys", "can_view_devices", "can_view_ipaddresses",
                "can_view_dnsrecords", "can_edit_operations", "can_view_operations",
            ],
            "pool": [
                "can_edit_machines", "can_deploy_machines", "can_view_machines", "can_view_available_machines",
            ],
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

    package static func find(_ db: Connection, id: Int) throws -> UserGroup? {
        try db.first("SELECT * FROM user_groups WHERE id = ?", id, row: UserGroup.init)
    }

    package func members(_ db: Connection) throws -> [(username: String, email: String)] {
        try db.query(
            """
            SELECT username, email FROM users JOIN user_group_members ON user_id = id WHERE group_id = ? ORDER BY id
            """, id
        ) { (try $0["username"], try $0["email"]) }
    }

    package func entitlements(_ db: Connection) throws -> [Entitlement] {
        try db.query("SELECT * FROM user_group_entitlements WHERE group_id = ? ORDER BY rowid", id) { row in
            Entitlement(
                resourceType: try row["resource_type"], resourceID: try row["resource_id"],
                name: try row["entitlement"])
        }
    }
}
