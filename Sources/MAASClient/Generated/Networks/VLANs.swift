// Written by script/generate-client.py; change Description/operations.json instead.

/// The VLANs of a fabric (MAAS: fabrics/{fabric_id}/vlans/).
public struct VLANs: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VLANs {
    /// List VLANs (MAAS: `GET fabrics/{fabric_id}/vlans/`).
    public func list() async throws -> [VLAN] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a VLAN (MAAS: `POST fabrics/{fabric_id}/vlans/`).
    @discardableResult
    public func create(_ parameters: VLANCreation) async throws -> VLAN {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension FabricResource {
    /// Its VLANs.
    public var vlans: VLANs { VLANs(connection: connection, path: "\(path)vlans/") }
}
