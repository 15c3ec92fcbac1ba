// Written by script/generate-client.py; change Description/operations.json instead.

/// SSH keys of the caller, which deployed machines let in (MAAS: account/prefs/sshkeys/).
public struct SSHKeys: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension SSHKeys {
    /// List the caller's SSH keys (MAAS: `GET account/prefs/sshkeys/`).
    public func list() async throws -> [SSHKey] {
        try await connection.decode(APICall("GET", path))
    }

    /// Add an SSH key (MAAS: `POST account/prefs/sshkeys/`).
    /// - Parameters:
    ///   - key: public key: type, data, comment.
    ///   - user: whose it is; administrators only.
    @discardableResult
    public func create(key: String, user: String? = nil) async throws -> SSHKey {
        var params = Params()
        params.set("key", key)
        params.set("user", user)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }

    /// Import SSH keys from Launchpad or GitHub (MAAS: `POST account/prefs/sshkeys/?op=import`).
    /// - Parameter keysource: `lp:NAME`, `gh:NAME`, or a Launchpad name.
    @discardableResult
    public func importKeys(_ keysource: String) async throws -> [SSHKey] {
        var params = Params()
        params.set("keysource", keysource)
        return try await connection.decode(APICall("POST", path, op: "import", form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// The caller's SSH keys: `account/prefs/sshkeys/`.
    public var sshKeys: SSHKeys { SSHKeys(connection: connection, path: "account/prefs/sshkeys/") }
}
