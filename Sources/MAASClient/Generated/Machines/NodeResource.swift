// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// One node, by system id (MAAS: nodes/{system_id}/).
public struct NodeResource: NodeScoped {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
    /// MAAS's name for the node: six letters and digits in most versions.
    public let systemID: String
}

extension NodeResource {
    /// Read a node (MAAS: `GET nodes/{system_id}/`).
    public func get() async throws -> Node {
        try await connection.decode(APICall("GET", path))
    }

    /// Delete a node (MAAS: `DELETE nodes/{system_id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// What commissioning saw, as BSON (MAAS: `GET nodes/{system_id}/?op=details`).
    public func details() async throws -> Data {
        try await connection.data(APICall("GET", path, op: "details"))
    }

    /// Power parameters, secrets included (MAAS: `GET nodes/{system_id}/?op=power_parameters`).
    public func powerParameters() async throws -> PowerParameters {
        try await connection.decode(APICall("GET", path, op: "power_parameters"))
    }
}

extension Nodes {
    /// One of them by its system id; nothing is asked of MAAS yet.
    public func node(_ systemID: String) -> NodeResource {
        NodeResource(connection: connection, path: "\(path)\(systemID.percentEncoded)/", systemID: systemID)
    }
}
