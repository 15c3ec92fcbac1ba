// Written by script/generate-client.py; change Description/operations.json instead.

/// One cluster, by id (MAAS: vm-clusters/{id}).
public struct VMClusterResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VMClusterResource {
    /// Read a VM cluster (MAAS: `GET vm-clusters/{id}`). Gone after MAAS 3.8.
    public func get() async throws -> VMCluster {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a VM cluster (MAAS: `PUT vm-clusters/{id}`). Gone after MAAS 3.8.
    /// - Parameters:
    ///   - name: its name.
    ///   - zone: name of the zone, of its hosts too.
    ///   - pool: name of the resource pool, of its hosts too.
    @discardableResult
    public func update(name: String? = nil, zone: String? = nil, pool: String? = nil) async throws -> VMCluster {
        var params = Params()
        params.set("name", name)
        params.set("zone", zone)
        params.set("pool", pool)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a VM cluster with its hosts (MAAS: `DELETE vm-clusters/{id}`). Gone after MAAS 3.8.
    /// - Parameter decompose: destroy the VMs too.
    public func delete(decompose: Bool? = nil) async throws {
        var params = Params()
        params.set("decompose", decompose)
        try await connection.perform(APICall("DELETE", path, query: params))
    }
}

extension VMClusters {
    /// One cluster by its id; nothing is asked of MAAS yet.
    public func vmCluster(_ id: Int) -> VMClusterResource {
        VMClusterResource(connection: connection, path: "\(path)\(id)")
    }
}
