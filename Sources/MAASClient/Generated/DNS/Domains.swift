// Written by script/generate-client.py; change Description/operations.json instead.

/// DNS domains (MAAS: domains/).
public struct Domains: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Domains {
    /// List domains (MAAS: `GET domains/`).
    public func list() async throws -> [Domain] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a domain (MAAS: `POST domains/`).
    /// - Parameters:
    ///   - name: DNS name.
    ///   - authoritative: nullable boolean.
    ///   - ttl: seconds, 1 to 604800.
    ///   - forwardDNSServers: addresses, with or without a port, that names of the domain are asked of.
    @discardableResult
    public func create(name: String, authoritative: Bool? = nil, ttl: Int? = nil, forwardDNSServers: [String]? = nil)
        async throws -> Domain
    {
        var params = Params()
        params.set("name", name)
        params.set("authoritative", authoritative)
        params.set("ttl", ttl)
        params.set("forward_dns_servers", joined: forwardDNSServers)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }

    /// Set the serial of all zones (MAAS: `POST domains/?op=set_serial`).
    /// - Parameter serial: 1 to 2147483647.
    public func setSerial(_ serial: Int) async throws {
        var params = Params()
        params.set("serial", serial)
        try await connection.perform(APICall("POST", path, op: "set_serial", form: params))
    }
}

extension MAASClient {
    /// DNS domains: `domains/`.
    public var domains: Domains { Domains(connection: connection, path: "domains/") }
}
