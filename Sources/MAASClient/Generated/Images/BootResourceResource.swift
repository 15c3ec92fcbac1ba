// Written by script/generate-client.py; change Description/operations.json instead.

/// One image, by id (MAAS: boot-resources/{id}/).
public struct BootResourceResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension BootResourceResource {
    /// Read an image with its files (MAAS: `GET boot-resources/{id}/`).
    public func get() async throws -> BootResource {
        try await connection.decode(APICall("GET", path))
    }

    /// Delete an image (MAAS: `DELETE boot-resources/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension BootResources {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func bootResource(_ id: Int) -> BootResourceResource {
        BootResourceResource(connection: connection, path: "\(path)\(id)/")
    }
}
