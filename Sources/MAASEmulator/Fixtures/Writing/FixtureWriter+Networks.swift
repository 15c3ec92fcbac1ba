import Formats
import MAASRegion
import SQLite

/// Fabrics, VLANs, subnets, and the routes between them.
extension FixtureWriter {
    func fabrics() throws -> [JSONValue] {
        let vlans = Dictionary(grouping: try vlans(), by: \.fabric)
        return try db.query("SELECT * FROM fabrics ORDER BY changed") { row in
            let id: Int = try row["id"]
            return .fixture([
                "id": id, "name": try row["name"] as String?,
                "description": (try row["description"] as String).unlessEmpty,
                "class_type": try row["class_type"] as String?, "vlans": (vlans[id] ?? []).map(\.vlan),
            ])
        }
    }

    private func vlans() throws -> [(fabric: Int, vlan: JSONValue)] {
        try db.query("SELECT * FROM vlans ORDER BY touched, id") { row in
            func rack(_ column: String) throws -> String? { (try row[column] as Int?).flatMap { names.nodes[$0] } }
            let relay = try row["relay_vlan_id"] as Int?
            let space = try row["space_id"] as Int?
            return (
                fabric: try row["fabric_id"],
                vlan: .fixture([
                    "id": try row["id"] as Int, "vid": try row["vid"] as Int, "name": try row["name"] as String?,
                    "description": (try row["description"] as String).unlessEmpty, "mtu": try row["mtu"] as Int,
                    "dhcp_on": (try row["dhcp_on"] as Bool).unless(false),
                    "external_dhcp": try row["external_dhcp"] as String?, "space": space.flatMap { names.spaces[$0] },
                    "primary_rack": try rack("primary_rack_id"), "secondary_rack": try rack("secondary_rack_id"),
                    "relay_vlan": relay.flatMap(vlanName),
                ])
            )
        }
    }

    /// A VLAN as other things name it.
    private func vlanName(_ id: Int) -> JSONValue? {
        names.vlans[id].map { .fixture(["fabric": $0.fabric, "vid": $0.vid]) }
    }

    func subnets() throws -> [JSONValue] {
        try Subnet.all(db).map { subnet in
            .fixture([
                "id": subnet.id, "name": subnet.name, "description": subnet.description.unlessEmpty,
                "cidr": subnet.cidr, "gateway_ip": subnet.gatewayIP,
                "dns_servers": subnet.dnsServers.strings.unlessEmpty,
                "vlan": vlanName(subnet.vlanID), "rdns_mode": subnet.rdnsMode.unless(2),
                "allow_dns": subnet.allowDNS.unless(true), "allow_proxy": subnet.allowProxy.unless(true),
                "active_discovery": subnet.activeDiscovery.unless(false), "managed": subnet.managed.unless(true),
                "disabled_boot_architectures": subnet.disabledBootArchitectures.strings.unlessEmpty,
            ])
        }
    }

    func staticRoutes() throws -> [JSONValue] {
        try StaticRoute.all(db).map { route in
            .fixture([
                "id": route.id, "source": names.subnets[route.sourceID],
                "destination": names.subnets[route.destinationID], "gateway_ip": route.gatewayIP,
                "metric": route.metric.unless(0),
            ])
        }
    }

    func ranges() throws -> [JSONValue] {
        try IPRange.all(db).map { range in
            .fixture([
                "id": range.id, "type": range.type, "start_ip": range.startIP, "end_ip": range.endIP,
                "subnet": names.subnets[range.subnetID], "comment": range.comment.unlessEmpty,
                "user": range.userID.flatMap { names.users[$0] },
            ])
        }
    }
}
