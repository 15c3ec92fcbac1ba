// Written by script/generate-client.py; change Description/operations.json instead.

/// What scripts found on a node, run by run (MAAS: nodes/{system_id}/results/).
public struct ScriptResults: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension ScriptResults {
    /// List results (MAAS: `GET nodes/{system_id}/results/`).
    /// - Parameters:
    ///   - type: commissioning, testing, installation or release.
    ///   - hardwareType: what the scripts are about.
    ///   - includeOutput: with their output, base64.
    ///   - filters: names, tags and ids, parted by commas.
    public func list(
        type: String? = nil, hardwareType: String? = nil, includeOutput: Bool? = nil, filters: [String]? = nil
    ) async throws -> [ScriptSet] {
        var params = Params()
        params.set("type", type)
        params.set("hardware_type", hardwareType)
        params.set("include_output", includeOutput)
        params.set("filters", joined: filters)
        return try await connection.decode(APICall("GET", path, query: params))
    }
}

extension NodeScoped {
    /// What scripts found on it: `nodes/{system_id}/results/`.
    public var scriptResults: ScriptResults {
        ScriptResults(connection: connection, path: "nodes/\(systemID.percentEncoded)/results/")
    }
}
