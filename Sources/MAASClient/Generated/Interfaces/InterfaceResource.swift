// Written by script/generate-client.py; change Description/operations.json instead.

/// One interface, by id or name (MAAS: nodes/{system_id}/interfaces/{id}/).
public struct InterfaceResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension InterfaceResource {
    /// Read an interface (MAAS: `GET nodes/{system_id}/interfaces/{id}/`).
    public func get() async throws -> Interface {
        try await connection.decode(APICall("GET", path))
    }

    /// Update an interface (MAAS: `PUT nodes/{system_id}/interfaces/{id}/`).
    @discardableResult
    public func update(_ parameters: InterfaceUpdate = InterfaceUpdate()) async throws -> Interface {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete an interface (MAAS: `DELETE nodes/{system_id}/interfaces/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// Link an interface to a subnet (MAAS: `POST nodes/{system_id}/interfaces/{id}/?op=link_subnet`).
    @discardableResult
    public func linkSubnet(_ parameters: SubnetLink) async throws -> Interface {
        try await connection.decode(APICall("POST", path, op: "link_subnet", form: parameters.params, mayRetry: false))
    }

    /// Take a link away (MAAS: `POST nodes/{system_id}/interfaces/{id}/?op=unlink_subnet`).
    /// - Parameter link: link id.
    @discardableResult
    public func unlinkSubnet(_ link: Int) async throws -> Interface {
        var params = Params()
        params.set("id", link)
        return try await connection.decode(APICall("POST", path, op: "unlink_subnet", form: params))
    }

    /// Take all links and the VLAN away (MAAS: `POST nodes/{system_id}/interfaces/{id}/?op=disconnect`).
    @discardableResult
    public func disconnect() async throws -> Interface {
        try await connection.decode(APICall("POST", path, op: "disconnect", form: Params()))
    }

    /// Make its gateway the node's (MAAS: `POST nodes/{system_id}/interfaces/{id}/?op=set_default_gateway`).
    /// - Parameter link: link id.
    @discardableResult
    public func setDefaultGateway(link: Int? = nil) async throws -> Interface {
        var params = Params()
        params.set("link_id", link)
        return try await connection.decode(APICall("POST", path, op: "set_default_gateway", form: params))
    }

    /// Add a tag (MAAS: `POST nodes/{system_id}/interfaces/{id}/?op=add_tag`).
    /// - Parameter tag: tag.
    @discardableResult
    public func addTag(_ tag: String) async throws -> Interface {
        var params = Params()
        params.set("tag", tag)
        return try await connection.decode(APICall("POST", path, op: "add_tag", form: params))
    }

    /// Remove a tag (MAAS: `POST nodes/{system_id}/interfaces/{id}/?op=remove_tag`).
    /// - Parameter tag: tag.
    @discardableResult
    public func removeTag(_ tag: String) async throws -> Interface {
        var params = Params()
        params.set("tag", tag)
        return try await connection.decode(APICall("POST", path, op: "remove_tag", form: params))
    }
}

extension Interfaces {
    /// An interface by its id; nothing is asked of MAAS yet.
    public func interface(_ id: Int) -> InterfaceResource {
        InterfaceResource(connection: connection, path: "\(path)\(id)/")
    }
}

extension Interfaces {
    /// An interface by its name, such as `eth0`.
    public func interface(named name: String) -> InterfaceResource {
        InterfaceResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }
}
