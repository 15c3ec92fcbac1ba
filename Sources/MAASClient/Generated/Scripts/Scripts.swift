// Written by script/generate-client.py; change Description/operations.json instead.

/// Commissioning, test and release scripts (MAAS: scripts/).
public struct Scripts: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Scripts {
    /// List scripts (MAAS: `GET scripts/`).
    /// - Parameters:
    ///   - type: commissioning, testing or release.
    ///   - hardwareType: what they are about.
    ///   - includeScript: with their texts, base64.
    ///   - filters: names and tags, parted by commas.
    public func list(
        type: String? = nil, hardwareType: String? = nil, includeScript: Bool? = nil, filters: [String]? = nil
    ) async throws -> [Script] {
        var params = Params()
        params.set("type", type)
        params.set("hardware_type", hardwareType)
        params.set("include_script", includeScript)
        params.set("filters", joined: filters)
        return try await connection.decode(APICall("GET", path, query: params))
    }

    /// Add a script (MAAS: `POST scripts/`).
    @discardableResult
    public func create(_ parameters: ScriptCreation) async throws -> Script {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension MAASClient {
    /// Commissioning, test and release scripts: `scripts/`.
    public var scripts: Scripts { Scripts(connection: connection, path: "scripts/") }
}
