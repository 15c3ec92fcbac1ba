// Written by script/generate-client.py; change Description/operations.json instead.

/// Availability zones (MAAS: zones/).
public struct Zones: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Zones {
    /// List zones (MAAS: `GET zones/`).
    public func list() async throws -> [Zone] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a zone (MAAS: `POST zones/`).
    /// - Parameters:
    ///   - name: name, unique: letters, digits, blanks, hyphens and underscores.
    ///   - description: A line about it.
    @discardableResult
    public func create(name: String, description: String? = nil) async throws -> Zone {
        var params = Params()
        params.set("name", name)
        params.set("description", description)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// Availability zones: `zones/`.
    public var zones: Zones { Zones(connection: connection, path: "zones/") }
}
