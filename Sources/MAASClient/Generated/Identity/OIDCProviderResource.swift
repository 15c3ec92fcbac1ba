// Written by script/generate-client.py; change Description/operations.json instead.

/// One provider of single sign-on, by id (MAAS: oidc-providers/{id}/).
public struct OIDCProviderResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension OIDCProviderResource {
    /// Read a provider (MAAS: `GET oidc-providers/{id}/`). Since MAAS 3.8.
    public func get() async throws -> OIDCProvider {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a provider (MAAS: `PUT oidc-providers/{id}/`). Since MAAS 3.8.
    @discardableResult
    public func update(_ parameters: OIDCProviderUpdate = OIDCProviderUpdate()) async throws -> OIDCProvider {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a provider (MAAS: `DELETE oidc-providers/{id}/`). Since MAAS 3.8.
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension OIDCProviders {
    /// One provider by its id; nothing is asked of MAAS yet.
    public func oidcProvider(_ id: Int) -> OIDCProviderResource {
        OIDCProviderResource(connection: connection, path: "\(path)\(id)/")
    }
}
