import Addresses
import Formats
import SQLite

/// Writing single facts of a node.
extension Node {
    /// Sets columns of the node's row; when it was changed is one of them.
    func update(_ db: Connection, _ values: KeyValuePairs<String, (any SQLBindable)?>) throws {
        try db.update("nodes", id: id, values)
    }

    package func set(_ db: Connection, zone: Zone) throws { try update(db, ["zone_id": zone.id]) }

    /// Sets the link through whose subnet the node's default route of a family leads.
    package func set(_ db: Connection, gatewayLink link: Int, family: IPAddress.Family) throws {
        try db.update(
            "nodes", id: id, family == .v6 ? ["gateway_link_ipv6_id": link] : ["gateway_link_ipv4_id": link])
    }

    /// When its row was made and when it was last changed.
    package func times(_ db: Connection) throws -> (created: RegionTime, updated: RegionTime)? {
        try db.first("SELECT created, updated FROM nodes WHERE id = ?", id) { row in
            (created: try row["created"], updated: try row["updated"])
        }
    }

    /// How many disks it has, virtual ones included.
    package func diskCount(_ db: Connection) throws -> Int {
        try db.scalar("SELECT COUNT(*) FROM block_devices WHERE node_id = ?", id) ?? 0
    }

    /// Takes every address of its interfaces away, those that were only seen included.
    package func dropAddresses(_ db: Connection) throws {
        try db.execute(
            """
            DELETE FROM ip_addresses WHERE id IN (SELECT ip_address_id FROM interface_addresses
            JOIN interfaces ON interfaces.id = interface_id WHERE node_id = ?)
            """, id)
    }
}
