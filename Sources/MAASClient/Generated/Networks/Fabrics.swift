// Written by script/generate-client.py; change Description/operations.json instead.

/// Fabrics with their VLANs (MAAS: fabrics/).
public struct Fabrics: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Fabrics {
    /// List fabrics (MAAS: `GET fabrics/`).
    public func list() async throws -> [Fabric] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a fabric (MAAS: `POST fabrics/`).
    /// - Parameters:
    ///   - name: letters, digits, hyphens and underscores.
    ///   - description: A line about it.
    ///   - classType: kind of network, such as 10g.
    @discardableResult
    public func create(name: String? = nil, description: String? = nil, classType: String? = nil) async throws -> Fabric
    {
        var params = Params()
        params.set("name", name)
        params.set("description", description)
        params.set("class_type", classType)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// Fabrics, which hold the VLANs: `fabrics/`.
    public var fabrics: Fabrics { Fabrics(connection: connection, path: "fabrics/") }
}
