// Written by script/generate-client.py; change Description/operations.json instead.

/// One source, by id (MAAS: boot-sources/{id}/).
public struct BootSourceResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension BootSourceResource {
    /// Read a source (MAAS: `GET boot-sources/{id}/`).
    public func get() async throws -> BootSource {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a source (MAAS: `PUT boot-sources/{id}/`).
    @discardableResult
    public func update(_ parameters: BootSourceUpdate = BootSourceUpdate()) async throws -> BootSource {
        var call = APICall("PUT", path, form: parameters.params)
        call.files = parameters.files
        return try await connection.decode(call)
    }

    /// Delete a source (MAAS: `DELETE boot-sources/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension BootSources {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func bootSource(_ id: Int) -> BootSourceResource {
        BootSourceResource(connection: connection, path: "\(path)\(id)/")
    }
}
