// Written by script/generate-client.py; change Description/operations.json instead.

/// Volume groups of LVM (MAAS: nodes/{system_id}/volume-groups/).
public struct VolumeGroups: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VolumeGroups {
    /// List volume groups (MAAS: `GET nodes/{system_id}/volume-groups/`).
    public func list() async throws -> [VolumeGroup] {
        try await connection.decode(APICall("GET", path))
    }

    /// Make a volume group (MAAS: `POST nodes/{system_id}/volume-groups/`).
    /// - Parameters:
    ///   - name: name.
    ///   - uuid: its UUID.
    ///   - blockDevices: ids or names of disks.
    ///   - partitions: ids or names of partitions.
    @discardableResult
    public func create(name: String, uuid: String? = nil, blockDevices: [String]? = nil, partitions: [String]? = nil)
        async throws -> VolumeGroup
    {
        var params = Params()
        params.set("name", name)
        params.set("uuid", uuid)
        params.add("block_devices", each: blockDevices)
        params.add("partitions", each: partitions)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension NodeScoped {
    /// Its volume groups: `nodes/{system_id}/volume-groups/`.
    public var volumeGroups: VolumeGroups {
        VolumeGroups(connection: connection, path: "nodes/\(systemID.percentEncoded)/volume-groups/")
    }
}
