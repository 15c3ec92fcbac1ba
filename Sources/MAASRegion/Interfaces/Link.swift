import Addresses
import SQLite

/// An address of an interface, or the wish for one. MAAS calls it a link; its id is the address's id.
package struct Link {
    package enum AllocationType: Int, Sendable {
        case auto = 0
        case sticky = 1
        case userReserved = 4
        case dhcp = 5
        case discovered = 6

        /// Of a row of addresses.
        /// - Throws: `StoredValueError` for a number that stands for none.
        init(_ row: Row) throws {
            let number: Int = try row["alloc_type"]
            guard let type = AllocationType(rawValue: number) else {
                throw StoredValueError(column: "alloc_type", value: String(number))
            }
            self = type
        }
    }

    package let id: Int
    package let type: AllocationType
    package let ip: String?
    package let subnetID: Int?
    package let userID: Int?

    package init(_ row: Row) throws {
        id = try row["id"]
        type = try AllocationType(row)
        ip = try row["ip"]
        subnetID = try row["subnet_id"]
        userID = try row["user_id"]
    }

    /// The mode as an interface shows it: a static link without an address only brings the interface up.
    package var mode: String {
        switch type {
        case .auto: "auto"
        case .dhcp: "dhcp"
        case .userReserved: "static"
        case .sticky, .discovered: ip == nil ? "link_up" : "static"
        }
    }

    /// Every address of an interface, observed ones included, in the order of creation.
    package static func all(_ db: Connection, interface: Int) throws -> [Link] {
        try db.query(
            """
            SELECT ip_addresses.* FROM ip_addresses JOIN interface_addresses ON ip_address_id = id
            WHERE interface_id = ? ORDER BY id
            """, interface, row: Link.init)
    }

    /// Gives an interface a new link and answers its id.
    @discardableResult
    package static func add(
        _ state: RegionState, interface: Int, _ type: AllocationType, ip: String? = nil, subnet: Int? = nil,
        user: Int? = nil
    ) throws -> Int {
        let now = try state.now
        let id = try state.db.insert(
            into: "ip_addresses",
            [
                "alloc_type": type.rawValue, "ip": ip, "subnet_id": subnet, "user_id": user, "created": now,
                "updated": now,
            ])
        try state.db.insert(into: "interface_addresses", ["interface_id": interface, "ip_address_id": id])
        return id
    }

    /// Takes links away.
    package static func remove(_ db: Connection, _ links: [Link]) throws {
        for link in links { try db.execute("DELETE FROM ip_addresses WHERE id = ?", link.id) }
    }

    /// The address row that holds an address; those that were only observed do not count.
    package static func holder(_ db: Connection, of address: IPAddress) throws -> Link? {
        try db.first(
            "SELECT * FROM ip_addresses WHERE ip = ? AND alloc_type <> \(Link.AllocationType.discovered.rawValue)",
            address.description, row: Link.init)
    }

    /// Gives the link an address, or takes it away.
    package func set(ip address: IPAddress?, _ state: RegionState) throws {
        try state.db.execute(
            "UPDATE ip_addresses SET ip = ?, updated = ? WHERE id = ?", address?.description, try state.now, id)
    }

    /// Hands the link to another interface; to none for `nil`.
    package func move(_ db: Connection, to interface: Int?) throws {
        try db.execute("DELETE FROM interface_addresses WHERE ip_address_id = ?", id)
        if let interface {
            try db.insert(into: "interface_addresses", ["interface_id": interface, "ip_address_id": id])
        }
    }
}
