// Written by script/generate-client.py; change Description/operations.json instead.

/// One block device, by id (MAAS: nodes/{system_id}/blockdevices/{id}/).
public struct BlockDeviceResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension BlockDeviceResource {
    /// Read a block device (MAAS: `GET nodes/{system_id}/blockdevices/{id}/`).
    public func get() async throws -> BlockDevice {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a disk (MAAS: `PUT nodes/{system_id}/blockdevices/{id}/`).
    @discardableResult
    public func update(_ parameters: BlockDeviceUpdate = BlockDeviceUpdate()) async throws -> BlockDevice {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a disk (MAAS: `DELETE nodes/{system_id}/blockdevices/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// Put a tag on a disk (MAAS: `POST nodes/{system_id}/blockdevices/{id}/?op=add_tag`).
    /// - Parameter tag: tag.
    @discardableResult
    public func addTag(_ tag: String) async throws -> BlockDevice {
        var params = Params()
        params.set("tag", tag)
        return try await connection.decode(APICall("POST", path, op: "add_tag", form: params))
    }

    /// Take a tag off a disk (MAAS: `POST nodes/{system_id}/blockdevices/{id}/?op=remove_tag`).
    /// - Parameter tag: tag.
    @discardableResult
    public func removeTag(_ tag: String) async throws -> BlockDevice {
        var params = Params()
        params.set("tag", tag)
        return try await connection.decode(APICall("POST", path, op: "remove_tag", form: params))
    }

    /// Boot from this disk (MAAS: `POST nodes/{system_id}/blockdevices/{id}/?op=set_boot_disk`).
    public func setBootDisk() async throws {
        try await connection.perform(APICall("POST", path, op: "set_boot_disk", form: Params()))
    }

    /// Put a file system on a disk (MAAS: `POST nodes/{system_id}/blockdevices/{id}/?op=format`).
    /// - Parameters:
    ///   - fstype: kind of file system.
    ///   - uuid: its UUID.
    ///   - label: its label.
    @discardableResult
    public func format(fstype: String, uuid: String? = nil, label: String? = nil) async throws -> BlockDevice {
        var params = Params()
        params.set("fstype", fstype)
        params.set("uuid", uuid)
        params.set("label", label)
        return try await connection.decode(APICall("POST", path, op: "format", form: params))
    }

    /// Take the file system off a disk (MAAS: `POST nodes/{system_id}/blockdevices/{id}/?op=unformat`).
    @discardableResult
    public func unformat() async throws -> BlockDevice {
        try await connection.decode(APICall("POST", path, op: "unformat", form: Params()))
    }

    /// Mount the file system of a disk (MAAS: `POST nodes/{system_id}/blockdevices/{id}/?op=mount`).
    /// - Parameters:
    ///   - mountPoint: absolute path.
    ///   - mountOptions: for mount(8).
    @discardableResult
    public func mount(mountPoint: String, mountOptions: String? = nil) async throws -> BlockDevice {
        var params = Params()
        params.set("mount_point", mountPoint)
        params.set("mount_options", mountOptions)
        return try await connection.decode(APICall("POST", path, op: "mount", form: params))
    }

    /// Unmount the file system of a disk (MAAS: `POST nodes/{system_id}/blockdevices/{id}/?op=unmount`).
    @discardableResult
    public func unmount() async throws -> BlockDevice {
        try await connection.decode(APICall("POST", path, op: "unmount", form: Params()))
    }
}

extension BlockDevices {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func blockDevice(_ id: Int) -> BlockDeviceResource {
        BlockDeviceResource(connection: connection, path: "\(path)\(id)/")
    }
}
