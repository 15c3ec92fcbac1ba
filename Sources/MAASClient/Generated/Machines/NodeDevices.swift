// Written by script/generate-client.py; change Description/operations.json instead.

/// The PCI and USB devices that commissioning found in a node (MAAS: nodes/{system_id}/devices/).
public struct NodeDevices: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension NodeDevices {
    /// List devices (MAAS: `GET nodes/{system_id}/devices/`).
    public func list(_ parameters: NodeDeviceFilter = NodeDeviceFilter()) async throws -> [NodeDevice] {
        try await connection.decode(APICall("GET", path, query: parameters.params))
    }
}

extension NodeScoped {
    /// PCI and USB devices found in it: `nodes/{system_id}/devices/`.
    public var hardwareDevices: NodeDevices {
        NodeDevices(connection: connection, path: "nodes/\(systemID.percentEncoded)/devices/")
    }
}
