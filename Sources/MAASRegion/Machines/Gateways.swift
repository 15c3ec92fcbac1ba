import Formats
import SQLite

/// The default gateways of a node: the links that were chosen, else the best guess.
package struct Gateways {
    package struct Gateway {
        package var ip: String?
        package var linkID: Int?
    }

    package private(set) var ipv4 = Gateway()
    package private(set) var ipv6 = Gateway()

    /// The best guess prefers VLANs with DHCP, then bonds and bridges, the boot interface, other physical
    /// interfaces and VLAN interfaces, then static over reserved over automatic links.
    package init(_ db: Connection, node: Node) throws {
        let candidates: [String] = try db.query(
            """
            SELECT subnets.gateway_ip AS gateway_ip FROM interfaces
            JOIN interface_addresses ON interface_id = interfaces.id
            JOIN ip_addresses ON ip_addresses.id = ip_address_id
            JOIN subnets ON subnets.id = subnet_id JOIN vlans ON vlans.id = subnets.vlan_id
            WHERE node_id = ? AND gateway_ip IS NOT NULL AND gateway_ip <> '' AND alloc_type NOT IN (5, 6)
            ORDER BY vlans.dhcp_on DESC,
                CASE WHEN interfaces.type IN ('bond', 'bridge') THEN 1
                    WHEN interfaces.type = 'physical' AND interfaces.id = ? THEN 2
                    WHEN interfaces.type = 'physical' THEN 3 WHEN interfaces.type = 'vlan' THEN 4 ELSE 5 END,
                CASE alloc_type WHEN 1 THEN 1 WHEN 4 THEN 2 ELSE 3 END, interfaces.id
            """, node.id, node.bootInterfaceID
        ) { try $0["gateway_ip"] }
        ipv4.ip = candidates.first { !$0.contains(":") }
        ipv6.ip = candidates.first { $0.contains(":") }
        if let link = node.gatewayLinkIPv4 { ipv4 = try Self.chosen(db, link: link) }
        if let link = node.gatewayLinkIPv6 { ipv6 = try Self.chosen(db, link: link) }
    }

    private static func chosen(_ db: Connection, link: Int) throws -> Gateway {
        let ip: String? = try db.scalar(
            "SELECT gateway_ip FROM subnets JOIN ip_addresses ON subnet_id = subnets.id WHERE ip_addresses.id = ?",
            link)
        return Gateway(ip: ip, linkID: link)
    }
}
