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
}

/// A record of a DNS name that is no address.
package struct DNSRecord {
    package static let types = ["SRV", "SSHFP", "MX", "CNAME", "NS", "TXT"]

    package let id: Int
    package let resourceID: Int
    package let fqdn: String
    package let rrtype: String
    package let rrdata: String
    /// seconds
    package let ttl: Int?
    package let name: String
    package let domainID: Int

    package init(_ row: Row) throws {
        id = try row["id"]
        resourceID = try row["dns_resource_id"]
        rrtype = try row["rrtype"]
        rrdata = try row["rrdata"]
        ttl = try row["ttl"]
        name = try row["name"]
        domainID = try row["domain_id"]
        let domain: String = try row["domain_name"]
        fqdn = name == "@" || name.isEmpty ? domain : "\(name).\(domain)"
    }

    private static let select = """
        SELECT dns_records.*, dns_resources.name AS name, domain_id, domains.name AS domain_name FROM dns_records
        JOIN dns_resources ON dns_resources.id = dns_resource_id JOIN domains ON domains.id = domain_id
        """

    package static func all(_ db: Connection) throws -> [DNSRecord] {
        try db.query(select + " ORDER BY domain_id, dns_resources.name, dns_records.id", row: DNSRecord.init)
    }

    package static func all(_ db: Connection, resource: Int) throws -> [DNSRecord] {
        try db.query(
            select + " WHERE dns_resource_id = ? ORDER BY rrtype, dns_records.id", resource, row: DNSRecord.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> DNSRecord? {
        try db.first(select + " WHERE dns_records.id = ?", id, row: DNSRecord.init)
    }
}
