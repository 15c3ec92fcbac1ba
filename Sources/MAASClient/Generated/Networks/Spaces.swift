// Written by script/generate-client.py; change Description/operations.json instead.

/// Spaces: VLANs that may reach each other (MAAS: spaces/).
public struct Spaces: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Spaces {
    /// List spaces (MAAS: `GET spaces/`).
    public func list() async throws -> [Space] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a space (MAAS: `POST spaces/`).
    /// - Parameters:
    ///   - name: letters, digits, hyphens and underscores.
    ///   - description: A line about it.
    @discardableResult
    public func create(name: String, description: String? = nil) async throws -> Space {
        var params = Params()
        params.set("name", name)
        params.set("description", description)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// Spaces: `spaces/`.
    public var spaces: Spaces { Spaces(connection: connection, path: "spaces/") }
}
