import Formats
import SQLite

/// A name in a domain, with addresses and other records.
package struct DNSResource {
    package let id: Int
    package let name: String
    package let domainID: Int
    package let domainName: String
    /// seconds
    package let addressTTL: Int?

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        domainID = try row["domain_id"]
        domainName = try row["domain_name"]
        addressTTL = try row["address_ttl"]
    }

    private static let select = """
        SELECT dns_resources.*, domains.name AS domain_name FROM dns_resources JOIN domains ON domains.id = domain_id
        """

    /// Every name, domain by domain.
    package static func all(_ db: Connection) throws -> [DNSResource] {
        try db.query(select + " ORDER BY domain_id, dns_resources.name", row: DNSResource.init)
    }

    /// The names of an address.
    package static func all(_ db: Connection, address: Int) throws -> [DNSResource] {
        try db.query(
            select + """
                 WHERE dns_resources.id IN
                    (SELECT dns_resource_id FROM dns_resource_addresses WHERE ip_address_id = ?) ORDER BY dns_resources.id
                """, address, row: DNSResource.init)
    }

    /// The names of some addresses, by the addresses' ids.
    package static func all(_ db: Connection, addresses: some Sequence<Int>) throws -> [Int: [DNSResource]] {
        let ids = addresses.ids
        let rows = try db.query(
            """
            SELECT dns_resources.*, domains.name AS domain_name, ip_address_id FROM dns_resource_addresses
            JOIN dns_resources ON dns_resources.id = dns_resource_id JOIN domains ON domains.id = domain_id
            WHERE ip_address_id IN \(ids.list) ORDER BY dns_resources.id
            """, ids
        ) { row in (address: try row["ip_address_id"] as Int, name: try DNSResource(row)) }
        return Dictionary(grouping: rows, by: \.address).mapValues { $0.map(\.name) }
    }

    package static func find(_ db: Connection, id: Int) throws -> DNSResource? {
        try db.first(select + " WHERE dns_resources.id = ?", id, row: DNSResource.init)
    }

    package static func find(_ db: Connection, name: String, domain: Int) throws -> DNSResource? {
        try db.first(
            select + " WHERE dns_resources.name = ? AND domain_id = ?", name, domain, row: DNSResource.init)
    }

    /// Gives an address a name; the name is made when it is new.
    package static func add(_ db: Connection, address: Int, to name: String, domain: Int) throws {
        let resource: Int
        if let known = try find(db, name: name, domain: domain) {
            resource = known.id
        } else {
            if let message = DNSName.excess(name) { throw Refusal.field("name", message, by: .model) }
            resource = try db.insert(into: "dns_resources", ["name": name, "domain_id": domain])
        }
        try db.insert(
            into: "dns_resource_addresses", ["dns_resource_id": resource, "ip_address_id": address])
    }

    /// Deletes the name, and the addresses that were set aside for it alone.
    package func delete(_ db: Connection) throws {
        let addresses = try HeldAddress.all(db, dnsResource: id)
        try db.execute("DELETE FROM dns_resources WHERE id = ?", id)
        for address in addresses where address.type == .userReserved {
            if try address.interfaces(db).isEmpty, try DNSResource.all(db, address: address.id).isEmpty {
                try db.execute("DELETE FROM ip_addresses WHERE id = ?", address.id)
            }
        }
    }

    /// The whole name; `@` stands for the domain itself.
    package var fqdn: String { name == "@" || name.isEmpty ? domainName : "\(name).\(domainName)" }

    /// Adds a name without addresses; answers its id.
    package static func insert(_ db: Connection, name: String, domain: Int?, addressTTL: Int?) throws -> Int {
        try db.insert(into: "dns_resources", ["name": name, "domain_id": domain, "address_ttl": addressTTL])
    }

    package func update(_ db: Connection, name: String, domain: Int, addressTTL: Int?) throws {
        try db.update("dns_resources", id: id, ["name": name, "domain_id": domain, "address_ttl": addressTTL])
    }

    /// Gives a name these addresses, in place of those that it had.
    package static func setAddresses(_ db: Connection, of id: Int, _ addresses: [Int]) throws {
        try db.execute("DELETE FROM dns_resource_addresses WHERE dns_resource_id = ?", id)
        for address in Set(addresses).sorted() {
            try db.insert(into: "dns_resource_addresses", ["dns_resource_id": id, "ip_address_id": address])
        }
    }

    /// Deletes a name that has no records and no addresses left.
    static func deleteIfUnused(_ db: Connection, id: Int) throws {
        try db.execute(
            """
            DELETE FROM dns_resources WHERE id = ?1
                AND NOT EXISTS (SELECT 1 FROM dns_records WHERE dns_resource_id = ?1)
                AND NOT EXISTS (SELECT 1 FROM dns_resource_addresses WHERE dns_resource_id = ?1)
            """, id)
    }
}
