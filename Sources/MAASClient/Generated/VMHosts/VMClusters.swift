// Written by script/generate-client.py; change Description/operations.json instead.

/// Clusters of VM hosts (MAAS: vm-clusters/).
public struct VMClusters: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VMClusters {
    /// List VM clusters (MAAS: `GET vm-clusters/`). Gone after MAAS 3.8.
    public func list() async throws -> [VMCluster] {
        try await connection.decode(APICall("GET", path))
    }
}

extension MAASClient {
    /// Clusters of LXD: `vm-clusters/`.
    public var vmClusters: VMClusters { VMClusters(connection: connection, path: "vm-clusters/") }
}
