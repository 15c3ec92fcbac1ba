// Written by script/generate-client.py; change Description/operations.json instead.

/// One zone, by name (MAAS: zones/{name}/).
public struct ZoneResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension ZoneResource {
    /// Read a zone (MAAS: `GET zones/{name}/`).
    public func get() async throws -> Zone {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a zone (MAAS: `PUT zones/{name}/`).
    /// - Parameters:
    ///   - name: name, unique: letters, digits, blanks, hyphens and underscores.
    ///   - description: A line about it.
    @discardableResult
    public func update(name: String? = nil, description: String? = nil) async throws -> Zone {
        var params = Params()
        params.set("name", name)
        params.set("description", description)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a zone; its nodes move to the default zone (MAAS: `DELETE zones/{name}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension Zones {
    /// One zone by its name; nothing is asked of MAAS yet.
    public func zone(_ name: String) -> ZoneResource {
        ZoneResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }
}
