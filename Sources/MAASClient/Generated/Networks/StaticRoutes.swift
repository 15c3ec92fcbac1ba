// Written by script/generate-client.py; change Description/operations.json instead.

/// Routes that machines on a subnet get (MAAS: static-routes/).
public struct StaticRoutes: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension StaticRoutes {
    /// List static routes (MAAS: `GET static-routes/`).
    public func list() async throws -> [StaticRoute] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a static route (MAAS: `POST static-routes/`).
    /// - Parameters:
    ///   - source: subnet id or specifier.
    ///   - destination: subnet id or specifier.
    ///   - gatewayIP: address in the source subnet.
    ///   - metric: number, 0 without it.
    @discardableResult
    public func create(source: Int, destination: Int, gatewayIP: String, metric: Int? = nil) async throws -> StaticRoute
    {
        var params = Params()
        params.set("source", source)
        params.set("destination", destination)
        params.set("gateway_ip", gatewayIP)
        params.set("metric", metric)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// Routes from subnet to subnet: `static-routes/`.
    public var staticRoutes: StaticRoutes { StaticRoutes(connection: connection, path: "static-routes/") }
}
