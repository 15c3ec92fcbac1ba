// Written by script/generate-client.py; change Description/operations.json instead.

/// One of them, by id (MAAS: nodes/{system_id}/devices/{id}/).
public struct NodeDeviceResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension NodeDeviceResource {
    /// Read a device (MAAS: `GET nodes/{system_id}/devices/{id}/`).
    public func get() async throws -> NodeDevice {
        try await connection.decode(APICall("GET", path))
    }

    /// Delete a device (MAAS: `DELETE nodes/{system_id}/devices/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension NodeDevices {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func hardwareDevice(_ id: Int) -> NodeDeviceResource {
        NodeDeviceResource(connection: connection, path: "\(path)\(id)/")
    }
}
