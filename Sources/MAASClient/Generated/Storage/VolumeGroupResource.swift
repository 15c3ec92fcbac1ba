// Written by script/generate-client.py; change Description/operations.json instead.

/// One volume group, by id (MAAS: nodes/{system_id}/volume-group/{id}/).
public struct VolumeGroupResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VolumeGroupResource {
    /// Read a volume group (MAAS: `GET nodes/{system_id}/volume-group/{id}/`).
    public func get() async throws -> VolumeGroup {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a volume group (MAAS: `PUT nodes/{system_id}/volume-group/{id}/`).
    @discardableResult
    public func update(_ parameters: VolumeGroupUpdate = VolumeGroupUpdate()) async throws -> VolumeGroup {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a volume group (MAAS: `DELETE nodes/{system_id}/volume-group/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// Make a logical volume (MAAS: `POST nodes/{system_id}/volume-group/{id}/?op=create_logical_volume`).
    /// - Parameters:
    ///   - name: name.
    ///   - uuid: its UUID.
    ///   - size: bytes, all that is free without it.
    @discardableResult
    public func createLogicalVolume(name: String, uuid: String? = nil, size: Int? = nil) async throws -> LogicalVolume {
        var params = Params()
        params.set("name", name)
        params.set("uuid", uuid)
        params.set("size", size)
        return try await connection.decode(
            APICall("POST", path, op: "create_logical_volume", form: params, mayRetry: false))
    }

    /// Delete a logical volume (MAAS: `POST nodes/{system_id}/volume-group/{id}/?op=delete_logical_volume`).
    /// - Parameter id: of the volume.
    public func deleteLogicalVolume(_ id: Int) async throws {
        var params = Params()
        params.set("id", id)
        try await connection.perform(APICall("POST", path, op: "delete_logical_volume", form: params))
    }
}

extension VolumeGroups {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func volumeGroup(_ id: Int) -> VolumeGroupResource {
        VolumeGroupResource(connection: connection, path: "\(path.dropLast(2))/\(id)/")
    }
}
