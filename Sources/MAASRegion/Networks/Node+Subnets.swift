import SQLite

/// The subnets that a node has addresses in.
extension Node {
    /// The subnet of each address, so as often as the node has addresses in it; links that wait for one count.
    package func subnets(_ db: Connection) throws -> [Subnet] {
        try db.query(
            """
            SELECT subnets.* FROM subnets JOIN ip_addresses ON subnet_id = subnets.id
            JOIN interface_addresses ON ip_address_id = ip_addresses.id
            JOIN interfaces ON interfaces.id = interface_id WHERE node_id = ? ORDER BY subnets.id
            """, id, row: Subnet.init)
    }

    /// Whether it has an address in a subnet.
    package func hasAddress(_ db: Connection, in subnet: Subnet) throws -> Bool {
        try db.scalar(
            """
            SELECT 1 FROM ip_addresses JOIN interface_addresses ON ip_address_id = ip_addresses.id
            JOIN interfaces ON interfaces.id = interface_id
            WHERE node_id = ? AND subnet_id = ? AND ip IS NOT NULL LIMIT 1
            """, id, subnet.id) ?? false
    }
}

extension Subnet {
    /// The interfaces of nodes that are linked to it.
    package func interfaces(_ db: Connection) throws -> [Interface] {
        try db.query(
            """
            SELECT DISTINCT interfaces.* FROM interfaces JOIN interface_addresses ON interface_id = interfaces.id
            JOIN ip_addresses ON ip_addresses.id = ip_address_id WHERE subnet_id = ? AND node_id IS NOT NULL
            ORDER BY interfaces.id
            """, id, row: Interface.init)
    }

    /// Whether interfaces have addresses in it that were not given by DHCP or only seen.
    package func isInUse(_ db: Connection) throws -> Bool {
        try db.scalar(
            """
            SELECT 1 FROM ip_addresses JOIN interface_addresses ON ip_address_id = id
            WHERE subnet_id = ? AND ip IS NOT NULL AND alloc_type NOT IN (?, ?) LIMIT 1
            """, id, Link.AllocationType.dhcp.rawValue, Link.AllocationType.discovered.rawValue) ?? false
    }
}
