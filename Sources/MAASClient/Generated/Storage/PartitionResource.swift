// Written by script/generate-client.py; change Description/operations.json instead.

/// One partition, by id (MAAS: nodes/{system_id}/blockdevices/{device_id}/partition/{id}).
public struct PartitionResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension PartitionResource {
    /// Read a partition (MAAS: `GET nodes/{system_id}/blockdevices/{device_id}/partition/{id}`).
    public func get() async throws -> Partition {
        try await connection.decode(APICall("GET", path))
    }

    /// Delete a partition (MAAS: `DELETE nodes/{system_id}/blockdevices/{device_id}/partition/{id}`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// Put a file system on a partition (MAAS: `POST
    /// nodes/{system_id}/blockdevices/{device_id}/partition/{id}?op=format`).
    /// - Parameters:
    ///   - fstype: kind of file system.
    ///   - uuid: its UUID.
    ///   - label: its label.
    @discardableResult
    public func format(fstype: String, uuid: String? = nil, label: String? = nil) async throws -> Partition {
        var params = Params()
        params.set("fstype", fstype)
        params.set("uuid", uuid)
        params.set("label", label)
        return try await connection.decode(APICall("POST", path, op: "format", form: params))
    }

    /// Take the file system off a partition (MAAS: `POST
    /// nodes/{system_id}/blockdevices/{device_id}/partition/{id}?op=unformat`).
    @discardableResult
    public func unformat() async throws -> Partition {
        try await connection.decode(APICall("POST", path, op: "unformat", form: Params()))
    }

    /// Mount the file system of a partition (MAAS: `POST
    /// nodes/{system_id}/blockdevices/{device_id}/partition/{id}?op=mount`).
    /// - Parameters:
    ///   - mountPoint: absolute path.
    ///   - mountOptions: for mount(8).
    @discardableResult
    public func mount(mountPoint: String, mountOptions: String? = nil) async throws -> Partition {
        var params = Params()
        params.set("mount_point", mountPoint)
        params.set("mount_options", mountOptions)
        return try await connection.decode(APICall("POST", path, op: "mount", form: params))
    }

    /// Unmount the file system of a partition (MAAS: `POST
    /// nodes/{system_id}/blockdevices/{device_id}/partition/{id}?op=unmount`).
    @discardableResult
    public func unmount() async throws -> Partition {
        try await connection.decode(APICall("POST", path, op: "unmount", form: Params()))
    }

    /// Put a tag on a partition (MAAS: `POST
    /// nodes/{system_id}/blockdevices/{device_id}/partition/{id}?op=add_tag`).
    /// - Parameter tag: tag.
    @discardableResult
    public func addTag(_ tag: String) async throws -> Partition {
        var params = Params()
        params.set("tag", tag)
        return try await connection.decode(APICall("POST", path, op: "add_tag", form: params))
    }

    /// Take a tag off a partition (MAAS: `POST
    /// nodes/{system_id}/blockdevices/{device_id}/partition/{id}?op=remove_tag`).
    /// - Parameter tag: tag.
    @discardableResult
    public func removeTag(_ tag: String) async throws -> Partition {
        var params = Params()
        params.set("tag", tag)
        return try await connection.decode(APICall("POST", path, op: "remove_tag", form: params))
    }
}

extension Partitions {
    /// One partition by its id; nothing is asked of MAAS yet.
    public func partition(_ id: Int) -> PartitionResource {
        PartitionResource(connection: connection, path: "\(path.dropLast(2))/\(id)")
    }
}
