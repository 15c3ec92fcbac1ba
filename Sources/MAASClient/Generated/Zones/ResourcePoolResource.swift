// Written by script/generate-client.py; change Description/operations.json instead.

/// One pool, by id; MAAS spells this path in the singular (MAAS: resourcepool/{id}/).
public struct ResourcePoolResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension ResourcePoolResource {
    /// Read a resource pool (MAAS: `GET resourcepool/{id}/`).
    public func get() async throws -> ResourcePool {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a resource pool (MAAS: `PUT resourcepool/{id}/`).
    /// - Parameters:
    ///   - name: name, unique: letters, digits, blanks, hyphens and underscores.
    ///   - description: A line about it.
    @discardableResult
    public func update(name: String? = nil, description: String? = nil) async throws -> ResourcePool {
        var params = Params()
        params.set("name", name)
        params.set("description", description)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a resource pool without machines (MAAS: `DELETE resourcepool/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension ResourcePools {
    /// One pool by its id; nothing is asked of MAAS yet.
    public func resourcePool(_ id: Int) -> ResourcePoolResource {
        ResourcePoolResource(connection: connection, path: "\(path.dropLast(2))/\(id)/")
    }
}
