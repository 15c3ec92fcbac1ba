import Addresses
import Formats
import SQLite

/// An address that somebody has, with whom it belongs to: MAAS's `StaticIPAddress`.
package struct HeldAddress {
    package let id: Int
    package let type: Link.AllocationType
    package let ip: String
    package let subnetID: Int?
    package let userID: Int?
    package let created: RegionTime
    package let updated: RegionTime

    package init(_ row: Row) throws {
        id = try row["id"]
        type = try Link.AllocationType(row)
        ip = try row["ip"]
        subnetID = try row["subnet_id"]
        userID = try row["user_id"]
        created = try row["created"]
        updated = try row["updated"]
    }

    /// The address of a BMC, which MAAS keeps as a static one.
    package init(of power: PowerAddress, subnet: Int?) {
        id = 0
        type = .sticky
        ip = power.address.description
        subnetID = subnet
        userID = nil
        created = power.created
        updated = power.created
    }

    private static let select = "SELECT * FROM ip_addresses WHERE ip IS NOT NULL"

    package static func all(_ db: Connection) throws -> [HeldAddress] {
        try db.query(select + " ORDER BY id", row: HeldAddress.init)
    }

    package static func all(_ db: Connection, subnet: Int) throws -> [HeldAddress] {
        try db.query(select + " AND subnet_id = ? ORDER BY id", subnet, row: HeldAddress.init)
    }

    /// Every address, with those of BMCs, which MAAS makes together with their machines: one that somebody has is shown
    /// once.
    package static func allWithPower(_ db: Connection) throws -> [HeldAddress] {
        var held = try all(db)
        var known = Set(held.map(\.ip))
        let owners = Dictionary(
            try db.query(
                """
                SELECT ip_address_id, node_id FROM interface_addresses JOIN interfaces ON interfaces.id = interface_id
                WHERE node_id IS NOT NULL
                """
            ) { (try $0[0] as Int, try $0[1] as Int) }, uniquingKeysWith: min)
        let subnets = try SubnetsByAddress(db)
        for power in try PowerAddress.all(db) where known.insert(power.address.description).inserted {
            let address = HeldAddress(of: power, subnet: subnets.best(for: power.address.unmapped)?.id)
            let next = held.firstIndex { other in
                guard other.id > 0 else { return false }
                // That of a VM host comes after what was there before.
                guard let node = power.nodeIDs.min() else { return other.created > power.created }
                return (other.created, owners[other.id] ?? .max) >= (power.created, node)
            }
            held.insert(address, at: next ?? held.endIndex)
        }
        return held
    }

    /// The addresses of a DNS name.
    package static func all(_ db: Connection, dnsResource: Int) throws -> [HeldAddress] {
        try db.query(
            select + """
                 AND id IN (SELECT ip_address_id FROM dns_resource_addresses WHERE dns_resource_id = ?) ORDER BY id
                """, dnsResource, row: HeldAddress.init)
    }

    /// The addresses of some DNS names, by the names' ids, each in the order of creation.
    package static func all(_ db: Connection, dnsResources: some Sequence<Int>) throws -> [Int: [HeldAddress]] {
        let ids = dnsResources.ids
        let rows = try db.query(
            """
            SELECT ip_addresses.*, dns_resource_id FROM dns_resource_addresses
            JOIN ip_addresses ON ip_addresses.id = ip_address_id
            WHERE ip IS NOT NULL AND dns_resource_id IN \(ids.list) ORDER BY ip_addresses.id
            """, ids
        ) { row in (resource: try row["dns_resource_id"] as Int, held: try HeldAddress(row)) }
        return Dictionary(grouping: rows, by: \.resource).mapValues { $0.map(\.held) }
    }

    package static func find(_ db: Connection, id: Int) throws -> HeldAddress? {
        try db.first(select + " AND id = ?", id, row: HeldAddress.init)
    }

    package var typeName: String {
        switch type {
        case .auto: "Automatic"
        case .sticky: "Static"
        case .userReserved: "User reserved"
        case .dhcp: "DHCP"
        case .discovered: "Observed"
        }
    }

    /// The MAC addresses of the interfaces that have an address; `nil` when nobody has it, be it only seen.
    package static func macAddresses(_ db: Connection, ip: String) throws -> [String?]? {
        if let held = try db.first(select + " AND ip = ? ORDER BY id", ip, row: HeldAddress.init) {
            return try held.interfaces(db).map(\.macAddress)
        }
        return try PowerAddress.all(db).contains { $0.address.description == ip } ? [] : nil
    }

    /// The interfaces that have it; none for an address that was only set aside. They may be of no node.
    package func interfaces(_ db: Connection) throws -> [Interface] {
        try db.query(
            """
            SELECT interfaces.* FROM interfaces JOIN interface_addresses ON interface_id = interfaces.id
            WHERE ip_address_id = ? ORDER BY interfaces.id
            """, id, row: Interface.init)
    }

    /// The interfaces that have some addresses, by the addresses' ids, each in the order of creation.
    package static func interfaces(_ db: Connection, of held: [HeldAddress]) throws -> [Int: [Interface]] {
        let ids = held.map(\.id).ids
        let rows = try db.query(
            """
            SELECT interfaces.*, ip_address_id FROM interface_addresses JOIN interfaces ON interfaces.id = interface_id
            WHERE ip_address_id IN \(ids.list) ORDER BY interfaces.id
            """, ids
        ) { row in (address: try row["ip_address_id"] as Int, interface: try Interface(row)) }
        return Dictionary(grouping: rows, by: \.address).mapValues { $0.map(\.interface) }
    }
}
