// Written by script/generate-client.py; change Description/operations.json instead.

/// Logs of installations, and output of other scripts (MAAS: installation-results/).
public struct InstallationResults: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension InstallationResults {
    /// List results (MAAS: `GET installation-results/`).
    /// - Parameters:
    ///   - systemID: system ids, repeated.
    ///   - name: names of scripts, repeated.
    ///   - resultType: A number.
    public func list(systemID: String? = nil, name: String? = nil, resultType: Int? = nil) async throws -> [NodeResult]
    {
        var params = Params()
        params.set("system_id", systemID)
        params.set("name", name)
        params.set("result_type", resultType)
        return try await connection.decode(APICall("GET", path, query: params))
    }
}

extension MAASClient {
    /// Logs of installations: `installation-results/`.
    public var installationResults: InstallationResults {
        InstallationResults(connection: connection, path: "installation-results/")
    }
}
