import Addresses
import Formats
import SQLite

/// A range of a subnet's addresses: `dynamic` for DHCP, `reserved` for what MAAS must not give out.
package struct IPRange: Entity {
    package static let table = "ip_ranges"
    package static let model = "IPRange"

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
        try db.query("SELECT * FROM ip_ranges ORDER BY changed", row: IPRange.init)
    }

    /// What can be said of a range.
    package struct Values {
        package let subnetID: Int
        package let type: String
        package let span: IPSpan
        package let userID: Int?
        package let comment: String

        package init(subnetID: Int, type: String, span: IPSpan, userID: Int?, comment: String) {
            self.subnetID = subnetID
            self.type = type
            self.span = span
            self.userID = userID
            self.comment = comment
        }

        fileprivate var columns: KeyValuePairs<String, (any SQLBindable)?> {
            [
                "subnet_id": subnetID, "type": type, "start_ip": span.first.description,
                "end_ip": span.last.description, "user_id": userID, "comment": comment,
            ]
        }
    }

    /// Adds a range; answers its id.
    package static func insert(_ db: Connection, _ values: Values) throws -> Int {
        try db.insert(into: table, values.columns)
    }

    package func update(_ db: Connection, _ values: Values) throws {
        try db.update(Self.table, id: id, values.columns)
    }
}
