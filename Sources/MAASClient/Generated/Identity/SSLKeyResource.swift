// Written by script/generate-client.py; change Description/operations.json instead.

/// One SSL key, by id (MAAS: account/prefs/sslkeys/{id}/).
public struct SSLKeyResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension SSLKeyResource {
    /// Read an SSL key (MAAS: `GET account/prefs/sslkeys/{id}/`).
    public func get() async throws -> SSLKey {
        try await connection.decode(APICall("GET", path))
    }

    /// Delete an SSL key (MAAS: `DELETE account/prefs/sslkeys/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension SSLKeys {
    /// One SSL key by its id; nothing is asked of MAAS yet.
    public func sslKey(_ id: Int) -> SSLKeyResource {
        SSLKeyResource(connection: connection, path: "\(path)\(id)/")
    }
}
