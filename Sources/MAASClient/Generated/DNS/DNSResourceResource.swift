// Written by script/generate-client.py; change Description/operations.json instead.

/// One DNS name, by id (MAAS: dnsresources/{id}/).
public struct DNSResourceResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension DNSResourceResource {
    /// Read a DNS resource (MAAS: `GET dnsresources/{id}/`).
    public func get() async throws -> DNSResource {
        try await connection.decode(APICall("GET", path))
    }

    /// Update a DNS resource (MAAS: `PUT dnsresources/{id}/`).
    @discardableResult
    public func update(_ parameters: DNSResourceUpdate = DNSResourceUpdate()) async throws -> DNSResource {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a DNS resource (MAAS: `DELETE dnsresources/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension DNSResources {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func dnsResource(_ id: Int) -> DNSResourceResource {
        DNSResourceResource(connection: connection, path: "\(path)\(id)/")
    }
}
