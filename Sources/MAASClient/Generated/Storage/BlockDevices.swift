// Written by script/generate-client.py; change Description/operations.json instead.

/// A node's disks, and what looks like one (MAAS: nodes/{system_id}/blockdevices/).
public struct BlockDevices: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension BlockDevices {
    /// List block devices (MAAS: `GET nodes/{system_id}/blockdevices/`).
    public func list() async throws -> [BlockDevice] {
        try await connection.decode(APICall("GET", path))
    }

    /// Add a disk (MAAS: `POST nodes/{system_id}/blockdevices/`).
    @discardableResult
    public func create(_ parameters: BlockDeviceCreation) async throws -> BlockDevice {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension NodeScoped {
    /// Its block devices: `nodes/{system_id}/blockdevices/`.
    public var blockDevices: BlockDevices {
        BlockDevices(connection: connection, path: "nodes/\(systemID.percentEncoded)/blockdevices/")
    }
}
