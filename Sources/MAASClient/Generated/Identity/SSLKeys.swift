// Written by script/generate-client.py; change Description/operations.json instead.

/// SSL keys of the caller (MAAS: account/prefs/sslkeys/).
public struct SSLKeys: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension SSLKeys {
    /// List the caller's SSL keys (MAAS: `GET account/prefs/sslkeys/`).
    public func list() async throws -> [SSLKey] {
        try await connection.decode(APICall("GET", path))
    }

    /// Add an SSL key (MAAS: `POST account/prefs/sslkeys/`).
    /// - Parameter key: certificate as PEM.
    @discardableResult
    public func create(_ key: String) async throws -> SSLKey {
        var params = Params()
        params.set("key", key)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// The caller's SSL keys: `account/prefs/sslkeys/`.
    public var sslKeys: SSLKeys { SSLKeys(connection: connection, path: "account/prefs/sslkeys/") }
}
