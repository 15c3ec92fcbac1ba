import Formats
import SQLite

/// A DNS domain. The default one is called `maas` and has id 0 on a fresh region.
package struct Domain {
    package let id: Int
    package let name: String
    package let ttl: Int?
    package let authoritative: Bool
    package let isDefault: Bool
    /// How many records and addresses its names have; those of nodes do not count.
    package let recordCount: Int

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        ttl = try row["ttl"]
        authoritative = try row["authoritative"]
        isDefault = try row["is_default"]
        recordCount = try row["record_count"]
    }

    private static let select = """
        SELECT domains.*,
            (SELECT COUNT(*) FROM dns_records JOIN dns_resources ON dns_resource_id = dns_resources.id
                WHERE domain_id = domains.id)
            + (SELECT COUNT(DISTINCT ip_address_id) FROM dns_resource_addresses
                JOIN dns_resources ON dns_resource_id = dns_resources.id WHERE domain_id = domains.id)
            AS record_count FROM domains
        """

    package static func all(_ db: Connection) throws -> [Domain] {
        try db.query(select + " ORDER BY id", row: Domain.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> Domain? {
        try db.first(select + " WHERE id = ?", id, row: Domain.init)
    }

    package static func find(_ db: Connection, name: String) throws -> Domain? {
        try db.first(select + " WHERE name = ?", name, row: Domain.init)
    }

    package static func standard(_ db: Connection) throws -> Domain? {
        try db.first(select + " WHERE is_default = 1", row: Domain.init)
    }
}
