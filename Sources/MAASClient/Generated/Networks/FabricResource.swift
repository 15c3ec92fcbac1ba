// Written by script/generate-client.py; change Description/operations.json instead.

/// One fabric, by id or name (MAAS: fabrics/{id}/).
public struct FabricResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension FabricResource {
    /// Read a fabric (MAAS: `GET fabrics/{id}/`).
    public func get() async throws -> Fabric {
        try await connection.decode(APICall("GET", path))
    }

    /// Update a fabric (MAAS: `PUT fabrics/{id}/`).
    /// - Parameters:
    ///   - name: letters, digits, hyphens and underscores.
    ///   - description: A line about it.
    ///   - classType: kind of network, such as 10g.
    @discardableResult
    public func update(name: String? = nil, description: String? = nil, classType: String? = nil) async throws -> Fabric
    {
        var params = Params()
        params.set("name", name)
        params.set("description", description)
        params.set("class_type", classType)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a fabric (MAAS: `DELETE fabrics/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension Fabrics {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func fabric(_ id: Int) -> FabricResource {
        FabricResource(connection: connection, path: "\(path)\(id)/")
    }
}

extension Fabrics {
    /// One of them by its name.
    public func fabric(named name: String) -> FabricResource {
        FabricResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }
}
