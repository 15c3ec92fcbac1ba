// Written by script/generate-client.py; change Description/operations.json instead.

/// One space, by id or name (MAAS: spaces/{id}/).
public struct SpaceResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension SpaceResource {
    /// Read a space (MAAS: `GET spaces/{id}/`).
    public func get() async throws -> Space {
        try await connection.decode(APICall("GET", path))
    }

    /// Update a space (MAAS: `PUT spaces/{id}/`).
    /// - Parameters:
    ///   - name: letters, digits, hyphens and underscores.
    ///   - description: A line about it.
    @discardableResult
    public func update(name: String? = nil, description: String? = nil) async throws -> Space {
        var params = Params()
        params.set("name", name)
        params.set("description", description)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a space; its VLANs have none then (MAAS: `DELETE spaces/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension Spaces {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func space(_ id: Int) -> SpaceResource {
        SpaceResource(connection: connection, path: "\(path)\(id)/")
    }
}

extension Spaces {
    /// One of them by its name.
    public func space(named name: String) -> SpaceResource {
        SpaceResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }
}
