// Written by script/generate-client.py; change Description/operations.json instead.

/// The interfaces of a node; `machines/…/interfaces/` does not exist (MAAS: nodes/{system_id}/interfaces/).
public struct Interfaces: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
    /// The node's system id: a machine's, a device's or a controller's.
    public let systemID: String
}

extension Interfaces {
    /// List interfaces (MAAS: `GET nodes/{system_id}/interfaces/`).
    public func list() async throws -> [Interface] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a physical interface (MAAS: `POST nodes/{system_id}/interfaces/?op=create_physical`).
    @discardableResult
    public func createPhysical(_ parameters: PhysicalInterfaceCreation) async throws -> Interface {
        try await connection.decode(
            APICall("POST", path, op: "create_physical", form: parameters.params, mayRetry: false))
    }

    /// Create a bond interface (MAAS: `POST nodes/{system_id}/interfaces/?op=create_bond`).
    @discardableResult
    public func createBond(_ parameters: BondCreation) async throws -> Interface {
        try await connection.decode(APICall("POST", path, op: "create_bond", form: parameters.params, mayRetry: false))
    }

    /// Create a VLAN interface (MAAS: `POST nodes/{system_id}/interfaces/?op=create_vlan`).
    @discardableResult
    public func createVLAN(_ parameters: VLANInterfaceCreation) async throws -> Interface {
        try await connection.decode(APICall("POST", path, op: "create_vlan", form: parameters.params, mayRetry: false))
    }

    /// Create a bridge interface (MAAS: `POST nodes/{system_id}/interfaces/?op=create_bridge`).
    @discardableResult
    public func createBridge(_ parameters: BridgeCreation = BridgeCreation()) async throws -> Interface {
        try await connection.decode(
            APICall("POST", path, op: "create_bridge", form: parameters.params, mayRetry: false))
    }
}

extension NodeScoped {
    /// The node's interfaces, which MAAS keeps below `nodes/`.
    public var interfaces: Interfaces {
        Interfaces(connection: connection, path: "nodes/\(systemID.percentEncoded)/interfaces/", systemID: systemID)
    }
}
