// Written by script/generate-client.py; change Description/operations.json instead.

/// Subnets as MAAS 1 had them; use `Subnets` (MAAS: networks/).
public struct Networks: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Networks {
    /// List networks (MAAS: `GET networks/`).
    /// - Parameter node: only those that these nodes are on, repeated.
    public func list(node: [String]? = nil) async throws -> [Network] {
        var params = Params()
        params.add("node", each: node)
        return try await connection.decode(APICall("GET", path, query: params))
    }

    /// Gone (MAAS: `POST networks/`).
    public func create() async throws {
        try await connection.perform(APICall("POST", path, form: Params(), mayRetry: false))
    }
}

extension MAASClient {
    /// Subnets as MAAS 1 had them: `networks/`; everything but reading them is gone.
    public var networks: Networks { Networks(connection: connection, path: "networks/") }
}
