import Formats
import SQLite

/// A range of a subnet's addresses: `dynamic` for DHCP, `reserved` for what MAAS must not give out.
package struct IPRange {
    package let id: Int
    package let subnetID: Int
    package let type: String
    package let startIP: String
    package let endIP: String
    package let userID: Int?
    package let comment: String

    package init(_ row: Row) throws {
        id = try row["id"]
        subnetID = try row["subnet_id"]
        type = try row["type"]
        startIP = try row["start_ip"]
        endIP = try row["end_ip"]
        userID = try row["user_id"]
        comment = try row["comment"]
    }

    package static func all(_ db: Connection) throws -> [IPRange] {
        try db.query("SELECT * FROM ip_ranges ORDER BY id", row: IPRange.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> IPRange? {
        try db.first("SELECT * FROM ip_ranges WHERE id = ?", id, row: IPRange.init)
    }
}
