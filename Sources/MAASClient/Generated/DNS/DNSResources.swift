// Written by script/generate-client.py; change Description/operations.json instead.

/// DNS names with their addresses (MAAS: dnsresources/).
public struct DNSResources: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension DNSResources {
    /// List DNS resources (MAAS: `GET dnsresources/`).
    public func list(_ parameters: DNSResourceFilter = DNSResourceFilter()) async throws -> [DNSResource] {
        try await connection.decode(APICall("GET", path, query: parameters.params))
    }

    /// Create a DNS resource (MAAS: `POST dnsresources/`).
    @discardableResult
    public func create(_ parameters: DNSResourceCreation = DNSResourceCreation()) async throws -> DNSResource {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension MAASClient {
    /// DNS names with addresses: `dnsresources/`.
    public var dnsResources: DNSResources { DNSResources(connection: connection, path: "dnsresources/") }
}
