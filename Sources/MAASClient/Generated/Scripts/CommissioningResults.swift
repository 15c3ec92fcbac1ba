// Written by script/generate-client.py; change Description/operations.json instead.

/// Output of commissioning scripts, by an older name; use `NodeScoped.scriptResults` (MAAS:
/// commissioning-results/).
public struct CommissioningResults: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension CommissioningResults {
    /// List results (MAAS: `GET commissioning-results/`).
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
    /// Output of commissioning scripts: `commissioning-results/`, which MAAS keeps out of its description.
    public var commissioningResults: CommissioningResults {
        CommissioningResults(connection: connection, path: "commissioning-results/")
    }
}
