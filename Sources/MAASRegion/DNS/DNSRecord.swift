import SQLite

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

    /// The records of some names, by the names' ids, each as one name's are listed.
    package static func all(_ db: Connection, resources: some Sequence<Int>) throws -> [Int: [DNSRecord]] {
        let ids = resources.ids
        let rows = try db.query(
            select + """
                 WHERE dns_resource_id IN \(ids.list) ORDER BY rrtype, dns_records.id
                """, ids
        ) { row in (resource: try row["dns_resource_id"] as Int, record: try DNSRecord(row)) }
        return Dictionary(grouping: rows, by: \.resource).mapValues { $0.map(\.record) }
    }

    package static func find(_ db: Connection, id: Int) throws -> DNSRecord? {
        try db.first(select + " WHERE dns_records.id = ?", id, row: DNSRecord.init)
    }

    /// Adds a record to a name; answers its id.
    /// - Parameter ttl: seconds
    package static func insert(
        _ db: Connection, resource: Int, rrtype: String, rrdata: String, ttl: Int?
    ) throws -> Int {
        try db.insert(
            into: "dns_records", ["dns_resource_id": resource, "rrtype": rrtype, "rrdata": rrdata, "ttl": ttl])
    }

    /// - Parameter ttl: seconds
    package func update(_ db: Connection, rrtype: String, rrdata: String, ttl: Int?) throws {
        try db.update("dns_records", id: id, ["rrtype": rrtype, "rrdata": rrdata, "ttl": ttl])
    }

    /// Deletes the record; a name without records and addresses goes with the last of them.
    package func delete(_ db: Connection) throws {
        try db.execute("DELETE FROM dns_records WHERE id = ?", id)
        try DNSResource.deleteIfUnused(db, id: resourceID)
    }
}
