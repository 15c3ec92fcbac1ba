// Written by script/generate-client.py; change Description/operations.json instead.

/// Disks with a cache before them (MAAS: nodes/{system_id}/bcaches/).
public struct Bcaches: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Bcaches {
    /// List bcaches (MAAS: `GET nodes/{system_id}/bcaches/`).
    public func list() async throws -> [Bcache] {
        try await connection.decode(APICall("GET", path))
    }

    /// Make a bcache (MAAS: `POST nodes/{system_id}/bcaches/`).
    @discardableResult
    public func create(_ parameters: BcacheCreation = BcacheCreation()) async throws -> Bcache {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension NodeScoped {
    /// Its bcaches: `nodes/{system_id}/bcaches/`.
    public var bcaches: Bcaches { Bcaches(connection: connection, path: "nodes/\(systemID.percentEncoded)/bcaches/") }
}
