import Formats
import MAASRegion
import SQLite

/// Addresses that no machine has, names, and hosts that were seen.
extension FixtureWriter {
    func reservedIPs() throws -> [JSONValue] {
        try ReservedIP.all(db).map { reserved in
            .fixture([
                "id": reserved.id, "ip": reserved.ip, "mac_address": reserved.macAddress,
                "subnet": names.subnets[reserved.subnetID], "comment": reserved.comment.unlessEmpty,
            ])
        }
    }

    func heldAddresses() throws -> [JSONValue] {
        try db.query(
            """
            SELECT ip_addresses.*,
                (SELECT mac_address FROM interface_addresses JOIN interfaces ON interfaces.id = interface_id
                    WHERE ip_address_id = ip_addresses.id) AS mac_address
            FROM ip_addresses WHERE ip IS NOT NULL AND alloc_type = ? ORDER BY id
            """, Link.AllocationType.userReserved.rawValue
        ) { row in
            let link = try Link(row)
            return .fixture([
                "id": link.id, "ip": link.ip, "user": link.userID.flatMap { names.users[$0] },
                "subnet": link.subnetID.flatMap { names.subnets[$0] },
                "mac_address": try row["mac_address"] as String?,
            ])
        }
    }

    func dnsResources() throws -> [JSONValue] {
        let all = try DNSResource.all(db)
        let addresses = try HeldAddress.all(db, dnsResources: all.map(\.id))
        let records = try DNSRecord.all(db, resources: all.map(\.id))
        return all.map { resource in
            .fixture([
                "id": resource.id, "name": resource.name, "domain": resource.domainName,
                "address_ttl": resource.addressTTL, "ip_addresses": addresses[resource.id]?.map(\.ip),
                "user": addresses[resource.id]?.lazy.compactMap { $0.userID.flatMap { names.users[$0] } }.first,
                "records": records[resource.id]?.map { record in
                    JSONValue.fixture([
                        "id": record.id, "rrtype": record.rrtype, "rrdata": record.rrdata, "ttl": record.ttl,
                    ])
                },
            ])
        }
    }

    /// What answers on the networks of rack controllers, and whether it was seen.
    func discoveries() throws -> [JSONValue] {
        try db.query(
            """
            SELECT host.ip, host.mac_address, host.mac_organization, host.vid, node_id, interfaces.name AS interface,
                (SELECT hostname FROM discovered_names WHERE source = 'rdns' AND ip = host.ip) AS rdns,
                (SELECT hostname FROM discovered_names WHERE source = 'mdns' AND ip = host.ip) AS mdns,
                EXISTS (SELECT 1 FROM neighbours AS seen WHERE seen.ip = host.ip
                    AND seen.mac_address = host.mac_address AND seen.interface_id = host.interface_id) AS seen
            FROM hardware_neighbours AS host JOIN interfaces ON interfaces.id = interface_id ORDER BY host.id
            """
        ) { row in
            let observer = try row["node_id"] as Int?
            return .fixture([
                "ip": try row["ip"] as String, "mac_address": try row["mac_address"] as String,
                "observer": observer.flatMap { names.nodes[$0] }, "interface": try row["interface"] as String,
                "vid": try row["vid"] as Int?, "hostname": try row["rdns"] as String?,
                "mdns_hostname": try row["mdns"] as String?,
                "mac_organization": try row["mac_organization"] as String?,
                "seen": (try row["seen"] as Bool).unless(true),
            ])
        }
    }
}
