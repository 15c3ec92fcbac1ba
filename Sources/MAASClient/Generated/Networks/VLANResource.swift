// Written by script/generate-client.py; change Description/operations.json instead.

/// One VLAN, by its fabric and VID, or by its own id (MAAS: fabrics/{fabric_id}/vlans/{vid}/).
public struct VLANResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VLANResource {
    /// Read a VLAN (MAAS: `GET fabrics/{fabric_id}/vlans/{vid}/`).
    public func get() async throws -> VLAN {
        try await connection.decode(APICall("GET", path))
    }

    /// Update a VLAN (MAAS: `PUT fabrics/{fabric_id}/vlans/{vid}/`).
    @discardableResult
    public func update(_ parameters: VLANUpdate = VLANUpdate()) async throws -> VLAN {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a VLAN (MAAS: `DELETE fabrics/{fabric_id}/vlans/{vid}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension VLANs {
    /// A VLAN of this fabric by its VID; nothing is asked of MAAS yet.
    public func vlan(vid: Int) -> VLANResource {
        VLANResource(connection: connection, path: "\(path)\(vid)/")
    }
}

extension MAASClient {
    /// A VLAN by its id: `vlans/{id}/`, which MAAS keeps out of its description.
    public func vlan(_ id: Int) -> VLANResource {
        VLANResource(connection: connection, path: "vlans/\(id)/")
    }
}
