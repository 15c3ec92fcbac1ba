// Written by script/generate-client.py; change Description/operations.json instead.

/// DNS records other than addresses (MAAS: dnsresourcerecords/).
public struct DNSRecords: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension DNSRecords {
    /// List DNS records (MAAS: `GET dnsresourcerecords/`).
    /// - Parameters:
    ///   - fqdn: whole name.
    ///   - name: label.
    ///   - domain: id or name.
    ///   - rrtype: record type.
    public func list(fqdn: String? = nil, name: String? = nil, domain: String? = nil, rrtype: String? = nil)
        async throws -> [DNSRecord]
    {
        var params = Params()
        params.set("fqdn", fqdn)
        params.set("name", name)
        params.set("domain", domain)
        params.set("rrtype", rrtype)
        return try await connection.decode(APICall("GET", path, query: params))
    }

    /// Create a DNS record (MAAS: `POST dnsresourcerecords/`).
    @discardableResult
    public func create(_ parameters: DNSRecordCreation = DNSRecordCreation()) async throws -> DNSRecord {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension MAASClient {
    /// DNS records other than addresses: `dnsresourcerecords/`.
    public var dnsRecords: DNSRecords { DNSRecords(connection: connection, path: "dnsresourcerecords/") }
}
