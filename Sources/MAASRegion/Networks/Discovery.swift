import Addresses
import Formats
import Foundation
import SQLite

/// A host that a rack controller has seen on its networks: MAAS's view of neighbours and their names.
package struct Discovery {
    package let ip: String
    package let macAddress: String
    package let macOrganization: String?
    package let vid: Int?
    package let interfaceID: Int
    package let lastSeen: RegionTime
    package let hostname: String?

    /// Address and MAC address, in base 64.
    package var id: String { Data("\(ip),\(macAddress)".utf8).base64EncodedString() }

    package init(_ row: Row) throws {
        ip = try row["ip"]
        macAddress = try row["mac_address"]
        macOrganization = try row["mac_organization"]
        vid = try row["vid"]
        interfaceID = try row["interface_id"]
        lastSeen = try row["last_seen"]
        hostname = try row["hostname"]
    }

    /// Everything that was seen, each pair of address and MAC address once, the latest first. A name that an address
    /// resolves to goes before one that a host announced.
    package static func all(_ db: Connection) throws -> [Discovery] {
        let rows = try db.query(
            """
            SELECT neighbours.*, MAX(neighbours.updated, COALESCE(mdns.updated, 0)) AS last_seen,
                COALESCE(rdns.hostname, mdns.hostname) AS hostname
            FROM neighbours JOIN interfaces ON interfaces.id = interface_id
            LEFT JOIN discovered_names AS rdns ON rdns.source = 'rdns' AND rdns.ip = neighbours.ip
            LEFT JOIN discovered_names AS mdns ON mdns.source = 'mdns' AND mdns.ip = neighbours.ip
            WHERE interfaces.node_id IS NOT NULL AND interfaces.vlan_id IS NOT NULL
            ORDER BY neighbours.updated DESC, rdns.updated DESC, mdns.updated DESC, neighbours.id
            """, row: Discovery.init)
        var seen: Set<String> = []
        return rows.filter { seen.insert($0.id).inserted }.sorted { $0.lastSeen > $1.lastSeen }
    }

    /// The interfaces that saw some hosts, with their nodes and VLANs.
    package struct Observers {
        package let interfaces: [Int: Interface]
        package let nodes: [Int: Node]
        package let networks: NetworkSet

        package init(_ db: Connection, of found: [Discovery]) throws {
            interfaces = try Interface.all(db, ids: found.map(\.interfaceID))
            nodes = try Node.all(db, ids: interfaces.values.compactMap(\.nodeID))
            networks = try NetworkSet(db, of: [], vlans: interfaces.values.compactMap(\.vlanID))
        }
    }

    /// The MAC addresses of hosts that interfaces which MAAS knows have.
    package static func knownMACs(_ db: Connection) throws -> Set<String> {
        Set(
            try db.query(
                "SELECT mac_address FROM interfaces WHERE mac_address IN (SELECT mac_address FROM neighbours)"
            ) { try $0[0] })
    }

    /// The addresses of hosts that somebody whom MAAS knows has.
    package static func knownIPs(_ db: Connection) throws -> Set<String> {
        Set(try db.query("SELECT ip FROM ip_addresses WHERE ip IN (SELECT ip FROM neighbours)") { try $0[0] })
    }

    /// Has racks see what answers on their networks.
    /// - Parameter networks: Where to look; everywhere when `nil`.
    package static func scan(_ state: RegionState, networks: [IPNetwork]?, racks: Set<Int>) throws {
        let answering = try state.db.query(
            "SELECT hardware_neighbours.*, node_id FROM hardware_neighbours JOIN interfaces ON interfaces.id = interface_id"
        ) { row in
            (
                ip: try row["ip"] as String, mac: try row["mac_address"] as String,
                organization: try row["mac_organization"] as String?, vid: try row["vid"] as Int?,
                interface: try row["interface_id"] as Int, node: try row["node_id"] as Int
            )
        }
        for host in answering where racks.contains(host.node) {
            guard let address = IPAddress(host.ip) else { continue }
            if let networks, !networks.contains(where: { $0.contains(address) }) { continue }
            try state.db.execute(
                "DELETE FROM neighbours WHERE interface_id = ? AND ip = ? AND vid IS ?", host.interface, host.ip,
                host.vid)
            try state.db.insert(
                into: "neighbours",
                [
                    "ip": host.ip, "mac_address": host.mac, "mac_organization": host.organization, "vid": host.vid,
                    "interface_id": host.interface, "updated": try state.now,
                ])
        }
    }

    /// Forgets what hosts announced of themselves, or which of them were seen, or both.
    package static func clear(_ db: Connection, announced: Bool, neighbours: Bool) throws {
        if announced { try db.execute("DELETE FROM discovered_names WHERE source = 'mdns'") }
        if neighbours { try db.execute("DELETE FROM neighbours") }
    }

    /// Forgets one host and the names of its address; false when nobody had seen it.
    package static func clear(_ db: Connection, ip: String, macAddress: String) throws -> Bool {
        try db.execute("DELETE FROM neighbours WHERE ip = ? AND mac_address = ?", ip, macAddress)
        let wasThere = db.changedRows > 0
        try db.execute("DELETE FROM discovered_names WHERE ip = ?", ip)
        return wasThere
    }
}
