// Written by script/generate-client.py; change Description/operations.json instead.

/// One record, by id (MAAS: dnsresourcerecords/{id}/).
public struct DNSRecordResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension DNSRecordResource {
    /// Read a DNS record (MAAS: `GET dnsresourcerecords/{id}/`).
    public func get() async throws -> DNSRecord {
        try await connection.decode(APICall("GET", path))
    }

    /// Update a DNS record (MAAS: `PUT dnsresourcerecords/{id}/`).
    /// - Parameters:
    ///   - rrtype: record type.
    ///   - rrdata: right-hand side.
    ///   - ttl: seconds.
    @discardableResult
    public func update(rrtype: String? = nil, rrdata: String? = nil, ttl: Int? = nil) async throws -> DNSRecord {
        var params = Params()
        params.set("rrtype", rrtype)
        params.set("rrdata", rrdata)
        params.set("ttl", ttl)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a DNS record (MAAS: `DELETE dnsresourcerecords/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension DNSRecords {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func dnsRecord(_ id: Int) -> DNSRecordResource {
        DNSRecordResource(connection: connection, path: "\(path)\(id)/")
    }
}
