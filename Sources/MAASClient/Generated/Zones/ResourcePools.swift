// Written by script/generate-client.py; change Description/operations.json instead.

/// Resource pools (MAAS: resourcepools/).
public struct ResourcePools: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension ResourcePools {
    /// List resource pools (MAAS: `GET resourcepools/`).
    public func list() async throws -> [ResourcePool] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a resource pool (MAAS: `POST resourcepools/`).
    /// - Parameters:
    ///   - name: name, unique: letters, digits, blanks, hyphens and underscores.
    ///   - description: A line about it.
    @discardableResult
    public func create(name: String, description: String? = nil) async throws -> ResourcePool {
        var params = Params()
        params.set("name", name)
        params.set("description", description)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// Resource pools: `resourcepools/`, and `resourcepool/{id}/` for one of them.
    public var resourcePools: ResourcePools { ResourcePools(connection: connection, path: "resourcepools/") }
}
