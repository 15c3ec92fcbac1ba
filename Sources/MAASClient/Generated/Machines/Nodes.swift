// Written by script/generate-client.py; change Description/operations.json instead.

/// Nodes of every kind: machines, devices and controllers (MAAS: nodes/).
public struct Nodes: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Nodes {
    /// List nodes (MAAS: `GET nodes/`).
    public func list(_ parameters: NodeFilter = NodeFilter()) async throws -> [Node] {
        try await connection.decode(APICall("GET", path, query: parameters.params))
    }

    /// Whether a MAC address belongs to a node (MAAS: `GET nodes/?op=is_registered`).
    /// - Parameter macAddress: MAC address.
    public func isRegistered(_ macAddress: String) async throws -> Bool {
        var params = Params()
        params.set("mac_address", macAddress)
        return try await connection.decode(APICall("GET", path, op: "is_registered", query: params))
    }

    /// Put nodes into a zone (MAAS: `POST nodes/?op=set_zone`).
    /// - Parameters:
    ///   - nodes: system id.
    ///   - zone: the zone's name.
    public func setZone(nodes: [String], zone: String) async throws {
        var params = Params()
        params.add("nodes", each: nodes)
        params.set("zone", zone)
        try await connection.perform(APICall("POST", path, op: "set_zone", form: params))
    }
}

extension MAASClient {
    /// Machines, devices and controllers: `nodes/`.
    public var nodes: Nodes { Nodes(connection: connection, path: "nodes/") }
}
