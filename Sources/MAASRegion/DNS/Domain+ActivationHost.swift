import SQLite

extension Domain {
    /// The service under which Windows finds who activates it.
    private static let service = "_vlmcs._tcp"
    /// Priority, weight and port of the record that MAAS keeps; others of the name are somebody else's.
    private static let record = "0 0 1688 "

    /// Has the names of every domain tell the host that activates Windows (`windows_kms_host`); none without one.
    /// - Throws: `Refusal` for what is no domain name.
    package static func announceActivationHost(_ host: String, _ state: RegionState) throws {
        for domain in try all(state.db) where domain.authoritative {
            try domain.announceActivationHost(host, state.db)
        }
    }

    /// Has the names of a new domain tell it.
    package func announceActivationHost(_ state: RegionState) throws {
        try announceActivationHost(Configuration.text("windows_kms_host", state), state.db)
    }

    private func announceActivationHost(_ host: String, _ db: Connection) throws {
        let resource = try DNSResource.find(db, name: Self.service, domain: id)?.id
        guard !host.isEmpty else {
            try db.execute(
                "DELETE FROM dns_records WHERE dns_resource_id = ? AND rrtype = 'SRV' AND rrdata LIKE ? || '%'",
                resource, Self.record)
            return
        }
        if let problem = DNSName.zoneProblem(host) { throw Refusal.invalid(problem) }
        let data = Self.record + (host.hasSuffix(".") ? host : host + ".")
        let holder =
            try resource
            ?? DNSResource.insert(db, name: Self.service, domain: id, addressTTL: nil)
        let known: Int? = try db.scalar(
            "SELECT id FROM dns_records WHERE dns_resource_id = ? AND rrtype = 'SRV' AND rrdata LIKE ? || '%'",
            holder, Self.record)
        if let known {
            try db.update("dns_records", id: known, ["rrdata": data])
        } else {
            try db.insert(
                into: "dns_records", ["dns_resource_id": holder, "rrtype": "SRV", "rrdata": data, "ttl": nil])
        }
    }
}
