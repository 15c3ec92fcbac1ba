// Written by script/generate-client.py; change Description/operations.json instead.

/// The partitions of a block device (MAAS: nodes/{system_id}/blockdevices/{device_id}/partitions/).
public struct Partitions: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Partitions {
    /// List partitions (MAAS: `GET nodes/{system_id}/blockdevices/{device_id}/partitions/`).
    public func list() async throws -> [Partition] {
        try await connection.decode(APICall("GET", path))
    }

    /// Add a partition (MAAS: `POST nodes/{system_id}/blockdevices/{device_id}/partitions/`).
    /// - Parameters:
    ///   - size: bytes, all that is free without it.
    ///   - uuid: its UUID.
    ///   - bootable: whether firmware boots from it.
    @discardableResult
    public func create(size: Int? = nil, uuid: String? = nil, bootable: Bool? = nil) async throws -> Partition {
        var params = Params()
        params.set("size", size)
        params.set("uuid", uuid)
        params.set("bootable", bootable)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension BlockDeviceResource {
    /// Its partitions.
    public var partitions: Partitions { Partitions(connection: connection, path: "\(path)partitions/") }
}
