// Written by script/generate-client.py; change Description/operations.json instead.

/// Software RAIDs (MAAS: nodes/{system_id}/raids/).
public struct RAIDs: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension RAIDs {
    /// List RAIDs (MAAS: `GET nodes/{system_id}/raids/`).
    public func list() async throws -> [RAID] {
        try await connection.decode(APICall("GET", path))
    }

    /// Make a RAID (MAAS: `POST nodes/{system_id}/raids/`).
    @discardableResult
    public func create(_ parameters: RAIDCreation) async throws -> RAID {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension NodeScoped {
    /// Its software RAIDs: `nodes/{system_id}/raids/`.
    public var raids: RAIDs { RAIDs(connection: connection, path: "nodes/\(systemID.percentEncoded)/raids/") }
}
