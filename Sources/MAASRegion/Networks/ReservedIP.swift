import Addresses
import Formats
import SQLite

/// An address that is kept for one MAC address.
package struct ReservedIP: Entity {
    package static let table = "reserved_ips"
    package static let model = "ReservedIP"

    package let id: Int
    package let ip: String
    package let subnetID: Int
    package let macAddress: String
    package let comment: String

    package init(_ row: Row) throws {
        id = try row["id"]
        ip = try row["ip"]
        subnetID = try row["subnet_id"]
        macAddress = try row["mac_address"]
        comment = try row["comment"]
    }

    package static func all(_ db: Connection) throws -> [ReservedIP] {
        try db.query("SELECT * FROM reserved_ips ORDER BY changed", row: ReservedIP.init)
    }

    package static func find(_ db: Connection, ip: IPAddress) throws -> ReservedIP? {
        try db.first("SELECT * FROM reserved_ips WHERE ip = ?", ip.description, row: ReservedIP.init)
    }

    package static func find(_ db: Connection, macAddress: String?) throws -> ReservedIP? {
        guard let macAddress else { return nil }
        return try db.first(
            "SELECT * FROM reserved_ips WHERE mac_address = ? ORDER BY id", macAddress, row: ReservedIP.init)
    }

    /// Keeps an address; answers the reservation's id.
    package static func insert(
        _ db: Connection, ip: IPAddress, subnetID: Int, macAddress: String, comment: String
    ) throws -> Int {
        try db.insert(
            into: table,
            ["ip": ip.description, "subnet_id": subnetID, "mac_address": macAddress, "comment": comment])
    }

    package func update(_ db: Connection, comment: String) throws {
        try db.update(Self.table, id: id, ["comment": comment])
    }
}
