// Written by script/generate-client.py; change Description/operations.json instead.

/// One domain, by id or name (MAAS: domains/{id}/).
public struct DomainResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension DomainResource {
    /// Read a domain (MAAS: `GET domains/{id}/`).
    public func get() async throws -> Domain {
        try await connection.decode(APICall("GET", path))
    }

    /// Update a domain (MAAS: `PUT domains/{id}/`).
    /// - Parameters:
    ///   - name: DNS name.
    ///   - authoritative: nullable boolean.
    ///   - ttl: seconds, 1 to 604800.
    ///   - forwardDNSServers: addresses, with or without a port, that names of the domain are asked of.
    @discardableResult
    public func update(
        name: String? = nil, authoritative: Bool? = nil, ttl: Int? = nil, forwardDNSServers: [String]? = nil
    ) async throws -> Domain {
        var params = Params()
        params.set("name", name)
        params.set("authoritative", authoritative)
        params.set("ttl", ttl)
        params.set("forward_dns_servers", joined: forwardDNSServers)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a domain (MAAS: `DELETE domains/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// Make it the default domain (MAAS: `POST domains/{id}/?op=set_default`).
    @discardableResult
    public func setDefault() async throws -> Domain {
        try await connection.decode(APICall("POST", path, op: "set_default", form: Params()))
    }
}

extension Domains {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func domain(_ id: Int) -> DomainResource {
        DomainResource(connection: connection, path: "\(path)\(id)/")
    }
}

extension Domains {
    /// One of them by its name.
    public func domain(named name: String) -> DomainResource {
        DomainResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }
}
