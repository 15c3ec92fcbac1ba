// Written by script/generate-client.py; change Description/operations.json instead.

/// One route, by id (MAAS: static-routes/{id}/).
public struct StaticRouteResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension StaticRouteResource {
    /// Read a static route (MAAS: `GET static-routes/{id}/`).
    public func get() async throws -> StaticRoute {
        try await connection.decode(APICall("GET", path))
    }

    /// Update a static route (MAAS: `PUT static-routes/{id}/`).
    /// - Parameters:
    ///   - source: subnet id or specifier.
    ///   - destination: subnet id or specifier.
    ///   - gatewayIP: address in the source subnet.
    ///   - metric: number, 0 without it.
    @discardableResult
    public func update(source: Int? = nil, destination: Int? = nil, gatewayIP: String? = nil, metric: Int? = nil)
        async throws -> StaticRoute
    {
        var params = Params()
        params.set("source", source)
        params.set("destination", destination)
        params.set("gateway_ip", gatewayIP)
        params.set("metric", metric)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a static route (MAAS: `DELETE static-routes/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension StaticRoutes {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func staticRoute(_ id: Int) -> StaticRouteResource {
        StaticRouteResource(connection: connection, path: "\(path)\(id)/")
    }
}
