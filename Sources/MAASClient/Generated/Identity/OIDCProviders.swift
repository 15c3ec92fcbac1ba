// Written by script/generate-client.py; change Description/operations.json instead.

/// Providers of single sign-on (MAAS: oidc-providers/).
public struct OIDCProviders: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension OIDCProviders {
    /// List providers; a text where there are none (MAAS: `GET oidc-providers/`). Since MAAS 3.8.
    public func answer() async throws -> JSONValue {
        try await connection.decode(APICall("GET", path))
    }

    /// Add a provider, which MAAS asks first (MAAS: `POST oidc-providers/`). Since MAAS 3.8.
    @discardableResult
    public func create(_ parameters: OIDCProviderCreation) async throws -> OIDCProvider {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }

    /// Read the one that is used (MAAS: `GET oidc-providers/?op=get_active`). Since MAAS 3.8.
    public func active() async throws -> OIDCProvider {
        try await connection.decode(APICall("GET", path, op: "get_active"))
    }
}

extension MAASClient {
    /// Providers of single sign-on, since MAAS 3.8: `oidc-providers/`. Administrators only.
    public var oidcProviders: OIDCProviders { OIDCProviders(connection: connection, path: "oidc-providers/") }
}
