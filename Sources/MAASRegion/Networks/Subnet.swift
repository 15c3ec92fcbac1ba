import Formats
import SQLite

/// A subnet on a VLAN.
package struct Subnet: Entity {
    package static let table = "subnets"
    package static let model = "Subnet"

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
        try db.query("SELECT * FROM subnets ORDER BY changed", row: Subnet.init)
    }

    package static func find(_ db: Connection, cidr: String) throws -> Subnet? {
        try db.first("SELECT * FROM subnets WHERE cidr = ?", cidr, row: Subnet.init)
    }

    package static func all(_ db: Connection, name: String) throws -> [Subnet] {
        try db.query("SELECT * FROM subnets WHERE name = ? ORDER BY id", name, row: Subnet.init)
    }

    /// What can be said of a subnet.
    package struct Values {
        package var name: String
        package var description: String
        package var vlanID: Int?
        package var cidr: String
        package var gatewayIP: String?
        package var dnsServers: JSONValue
        package var rdnsMode: Int
        package var allowDNS: Bool
        package var allowProxy: Bool
        package var activeDiscovery: Bool
        package var managed: Bool
        package var disabledBootArchitectures: JSONValue

        package init(
            name: String, description: String, vlanID: Int?, cidr: String, gatewayIP: String?, dnsServers: JSONValue,
            rdnsMode: Int, allowDNS: Bool, allowProxy: Bool, activeDiscovery: Bool, managed: Bool,
            disabledBootArchitectures: JSONValue
        ) {
            self.name = name
            self.description = description
            self.vlanID = vlanID
            self.cidr = cidr
            self.gatewayIP = gatewayIP
            self.dnsServers = dnsServers
            self.rdnsMode = rdnsMode
            self.allowDNS = allowDNS
            self.allowProxy = allowProxy
            self.activeDiscovery = activeDiscovery
            self.managed = managed
            self.disabledBootArchitectures = disabledBootArchitectures
        }

        fileprivate var columns: KeyValuePairs<String, (any SQLBindable)?> {
            [
                "name": name, "description": description, "vlan_id": vlanID, "cidr": cidr, "gateway_ip": gatewayIP,
                "dns_servers": dnsServers.text, "rdns_mode": rdnsMode, "allow_dns": allowDNS,
                "allow_proxy": allowProxy, "active_discovery": activeDiscovery, "managed": managed,
                "disabled_boot_architectures": disabledBootArchitectures.text,
            ]
        }
    }

    /// Adds a subnet; answers its id.
    package static func insert(_ db: Connection, _ values: Values) throws -> Int {
        try db.insert(into: table, values.columns)
    }

    package func update(_ db: Connection, _ values: Values) throws {
        try db.update(Self.table, id: id, values.columns)
    }

    /// Deletes a subnet.
    /// - Parameter force: Also while interfaces have addresses in it.
    /// - Throws: `Refusal` while DHCP gives out addresses of it, and while it is in use.
    package func remove(_ db: Connection, force: Bool) throws {
        let isServed = try VLAN.find(db, id: vlanID)?.dhcpOn ?? false
        if isServed, try !SubnetUsage(db, self).ranges("dynamic").isEmpty {
            throw Refusal.invalid(
                "Cannot delete a subnet that is actively servicing a dynamic IP range. (Delete the dynamic range or "
                    + "disable DHCP first.)")
        }
        if !force, try isInUse(db) {
            throw Refusal.invalid(
                "Cannot delete a subnet that has IP addresses in use by nodes. (Use the 'force' parameter to "
                    + "override.)")
        }
        try delete(db)
    }
}
