// Written by script/generate-client.py; change Description/operations.json instead.

/// One SSH key, by id (MAAS: account/prefs/sshkeys/{id}/).
public struct SSHKeyResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension SSHKeyResource {
    /// Read an SSH key (MAAS: `GET account/prefs/sshkeys/{id}/`).
    public func get() async throws -> SSHKey {
        try await connection.decode(APICall("GET", path))
    }

    /// Delete an SSH key (MAAS: `DELETE account/prefs/sshkeys/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension SSHKeys {
    /// One SSH key by its id; nothing is asked of MAAS yet.
    public func sshKey(_ id: Int) -> SSHKeyResource {
        SSHKeyResource(connection: connection, path: "\(path)\(id)/")
    }
}
