import Formats
import SQLite

/// A subnet on a VLAN.
package struct Subnet {
    package let id: Int
    package let name: String
    package let description: String
    package let vlanID: Int
    package let cidr: String
    package let gatewayIP: String?
    package let dnsServers: JSONValue
    package let rdnsMode: Int
    package let allowDNS: Bool
    package let allowProxy: Bool
    package let activeDiscovery: Bool
    package let managed: Bool
    package let disabledBootArchitectures: JSONValue

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        description = try row["description"]
        vlanID = try row["vlan_id"]
        cidr = try row["cidr"]
        gatewayIP = try row["gateway_ip"]
        dnsServers = try JSONValue(column: "dns_servers", of: row)
        rdnsMode = try row["rdns_mode"]
        allowDNS = try row["allow_dns"]
        allowProxy = try row["allow_proxy"]
        activeDiscovery = try row["active_discovery"]
        managed = try row["managed"]
        disabledBootArchitectures = try JSONValue(column: "disabled_boot_architectures", of: row)
    }

    package static func all(_ db: Connection) throws -> [Subnet] {
        try db.query("SELECT * FROM subnets ORDER BY id", row: Subnet.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> Subnet? {
        try db.first("SELECT * FROM subnets WHERE id = ?", id, row: Subnet.init)
    }

    package static func find(_ db: Connection, cidr: String) throws -> Subnet? {
        try db.first("SELECT * FROM subnets WHERE cidr = ?", cidr, row: Subnet.init)
    }

    package static func all(_ db: Connection, name: String) throws -> [Subnet] {
        try db.query("SELECT * FROM subnets WHERE name = ? ORDER BY id", name, row: Subnet.init)
    }
}
