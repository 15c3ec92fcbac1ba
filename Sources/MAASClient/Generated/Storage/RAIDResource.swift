// Written by script/generate-client.py; change Description/operations.json instead.

/// One RAID, by id (MAAS: nodes/{system_id}/raid/{id}/).
public struct RAIDResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension RAIDResource {
    /// Read a RAID (MAAS: `GET nodes/{system_id}/raid/{id}/`).
    public func get() async throws -> RAID {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a RAID (MAAS: `PUT nodes/{system_id}/raid/{id}/`).
    @discardableResult
    public func update(_ parameters: RAIDUpdate = RAIDUpdate()) async throws -> RAID {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a RAID (MAAS: `DELETE nodes/{system_id}/raid/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension RAIDs {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func raid(_ id: Int) -> RAIDResource {
        RAIDResource(connection: connection, path: "\(path.dropLast(2))/\(id)/")
    }
}
