import Formats
import MAASRegion
import SQLite

/// An address with who holds it, as a list shows them.
struct AddressRow {
    private let address: HeldAddress
    private let user: String?
    private let systemID: String?
    private let hostname: String?
    private let interface: String?

    /// Every address that is held, in one statement.
    static func all(_ db: Connection) throws -> [AddressRow] {
        try db.query(
            """
            SELECT ip_addresses.*, username, nodes.system_id, hostname, interfaces.name AS interface
            FROM ip_addresses LEFT JOIN users ON users.id = ip_addresses.user_id
            LEFT JOIN interface_addresses ON ip_address_id = ip_addresses.id
            LEFT JOIN interfaces ON interfaces.id = interface_id LEFT JOIN nodes ON nodes.id = node_id
            WHERE ip IS NOT NULL ORDER BY ip_addresses.id
            """
        ) { row in
            AddressRow(
                address: try HeldAddress(row), user: try row["username"], systemID: try row["system_id"],
                hostname: try row["hostname"], interface: try row["interface"])
        }
    }

    func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("ip", address.ip)
            json.field("subnet", address.subnetID)
            json.field("type", address.typeName)
            json.field("system_id", systemID)
            json.field("hostname", hostname)
            json.field("interface", interface)
            json.field("user", user)
        }
    }
}
