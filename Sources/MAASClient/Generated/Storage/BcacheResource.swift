// Written by script/generate-client.py; change Description/operations.json instead.

/// One bcache, by id (MAAS: nodes/{system_id}/bcache/{id}/).
public struct BcacheResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension BcacheResource {
    /// Read a bcache (MAAS: `GET nodes/{system_id}/bcache/{id}/`).
    public func get() async throws -> Bcache {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a bcache (MAAS: `PUT nodes/{system_id}/bcache/{id}/`).
    @discardableResult
    public func update(_ parameters: BcacheUpdate = BcacheUpdate()) async throws -> Bcache {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a bcache (MAAS: `DELETE nodes/{system_id}/bcache/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension Bcaches {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func bcache(_ id: Int) -> BcacheResource {
        BcacheResource(connection: connection, path: "\(path.dropLast(2))/\(id)/")
    }
}
