// Written by script/generate-client.py; change Description/operations.json instead.

/// API keys of the user whose key this is (MAAS: account/).
public struct Account: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Account {
    /// List API keys (MAAS: `GET account/?op=list_authorisation_tokens`).
    public func listAuthorisationTokens() async throws -> [AuthorisationToken] {
        try await connection.decode(APICall("GET", path, op: "list_authorisation_tokens"))
    }

    /// Create an API key (MAAS: `POST account/?op=create_authorisation_token`).
    /// - Parameter name: what it is called.
    @discardableResult
    public func createAuthorisationToken(name: String? = nil) async throws -> CreatedToken {
        var params = Params()
        params.set("name", name)
        return try await connection.decode(
            APICall("POST", path, op: "create_authorisation_token", form: params, mayRetry: false))
    }

    /// Rename an API key (MAAS: `POST account/?op=update_token_name`).
    /// - Parameters:
    ///   - token: the key, or its middle part.
    ///   - name: what it is called from now on.
    public func updateTokenName(token: String, name: String) async throws {
        var params = Params()
        params.set("token", token)
        params.set("name", name)
        try await connection.perform(APICall("POST", path, op: "update_token_name", form: params))
    }

    /// Delete an API key (MAAS: `POST account/?op=delete_authorisation_token`).
    /// - Parameter tokenKey: its middle part.
    public func deleteAuthorisationToken(_ tokenKey: String) async throws {
        var params = Params()
        params.set("token_key", tokenKey)
        try await connection.perform(APICall("POST", path, op: "delete_authorisation_token", form: params))
    }
}

extension MAASClient {
    /// The caller's own API keys: `account/`.
    public var account: Account { Account(connection: connection, path: "account/") }
}
