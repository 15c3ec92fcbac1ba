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

    /// SQL of `recordCount`.
    static let countOfRecords = """
        CASE WHEN EXISTS (SELECT 1 FROM dns_resources WHERE domain_id = domains.id) THEN
            (SELECT COUNT(*) FROM dns_records JOIN dns_resources ON dns_resource_id = dns_resources.id
                WHERE domain_id = domains.id)
            + (SELECT COUNT(DISTINCT ip_address_id) FROM dns_resource_addresses
                JOIN dns_resources ON dns_resource_id = dns_resources.id WHERE domain_id = domains.id)
        ELSE 0 END
        """
    private static let select = "SELECT domains.*, \(countOfRecords) AS record_count FROM domains"

    package static func all(_ db: Connection) throws -> [Domain] {
        try db.query(select + " ORDER BY id", row: Domain.init)
    }

    private static let selectByID = ListSQL { list in
        select + " WHERE id IN \(list("?1"))"
    }

    /// Some domains by their ids.
    package static func all(_ db: Connection, ids: some Sequence<Int>) throws -> [Int: Domain] {
        let ids = ids.ids
        let found = try db.query(Self.selectByID[ids], ids, row: Domain.init)
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
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

    /// Statuses of nodes whose names must not change under what runs on them or just works on them.
    private static let settled: Set<NodeStatus> = [
        .allocated, .deployed, .deploying, .failedDeployment, .releasing, .failedReleasing, .diskErasing,
        .failedDiskErasing, .commissioning, .testing, .failedTesting, .rescueMode, .enteringRescueMode,
        .failedEnteringRescueMode, .exitingRescueMode, .failedExitingRescueMode,
    ]

    /// Makes it the default domain; nodes of the one before move with it unless somebody uses them.
    package func makeDefault(_ db: Connection) throws {
        let previous = try Domain.standard(db)
        try db.execute("UPDATE domains SET is_default = (id = ?)", id)
        guard let previous, previous.id != id else { return }
        for node in try Node.all(db, .machine, .device, .rackController, .regionController, .regionAndRackController)
        where node.domainID == previous.id && !Self.settled.contains(node.status) {
            try db.execute("UPDATE nodes SET domain_id = ? WHERE id = ?", id, node.id)
        }
    }

    /// Adds a domain; answers its id.
    /// - Parameter ttl: seconds
    package static func insert(_ db: Connection, name: String, authoritative: Bool, ttl: Int?) throws -> Int {
        try db.insert(into: "domains", ["name": name, "authoritative": authoritative, "ttl": ttl])
    }

    /// - Parameter ttl: seconds
    package func update(_ db: Connection, name: String, authoritative: Bool, ttl: Int?) throws {
        try db.update("domains", id: id, ["name": name, "authoritative": authoritative, "ttl": ttl])
    }

    /// Deletes a domain that nothing is in.
    /// - Throws: `Refusal` for the default domain, and for one with nodes or names in it.
    package func remove(_ db: Connection) throws {
        if isDefault { throw Refusal.invalid("This domain is the default domain, it cannot be deleted.") }
        try checkUnused(db)
        try db.execute("DELETE FROM domains WHERE id = ?", id)
    }

    /// MAAS's models protect a domain from going while nodes or names are in it; its handler expects no such refusal, so
    /// it fails with the exception's text.
    private func checkUnused(_ db: Connection) throws {
        let nodes = try db.query("SELECT system_id, hostname FROM nodes WHERE domain_id = ? ORDER BY id", id) {
            "<Node: \(try $0["system_id"] as String) (\(try $0["hostname"] as String))>"
        }
        let names = try DNSResource.all(db).filter { $0.domainID == id }.map { "<DNSResource: name=\($0.name)>" }
        let keys = (nodes.isEmpty ? [] : ["'Node.domain'"]) + (names.isEmpty ? [] : ["'DNSResource.domain'"])
        if keys.isEmpty { return }
        throw Refusal.unexpected(
            """
            ("Cannot delete some instances of model 'Domain' because they are referenced through protected foreign \
            keys: \(keys.joined(separator: ", ")).", {\((nodes + names).joined(separator: ", "))})
            """)
    }
}
