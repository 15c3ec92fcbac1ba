// Written by script/generate-client.py; change Description/operations.json instead.

/// One host that was seen, by its discovery id (MAAS: discovery/{discovery_id}/).
public struct DiscoveryResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension DiscoveryResource {
    /// Read a discovered host (MAAS: `GET discovery/{discovery_id}/`).
    public func get() async throws -> Discovery {
        try await connection.decode(APICall("GET", path))
    }
}

extension Discoveries {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func discovery(_ id: String) -> DiscoveryResource {
        DiscoveryResource(connection: connection, path: "\(path)\(id.percentEncoded)/")
    }
}
