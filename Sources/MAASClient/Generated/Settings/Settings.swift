// Written by script/generate-client.py; change Description/operations.json instead.

/// Settings of the region (MAAS: maas/).
public struct Settings: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Settings {
    /// Read a setting (MAAS: `GET maas/?op=get_config`).
    /// - Parameter name: which.
    public func get(_ name: String) async throws -> JSONValue {
        var params = Params()
        params.set("name", name)
        return try await connection.decode(APICall("GET", path, op: "get_config", query: params))
    }

    /// Change a setting (MAAS: `POST maas/?op=set_config`).
    /// - Parameters:
    ///   - name: which.
    ///   - value: to what.
    public func set(name: String, value: String? = nil) async throws {
        var params = Params()
        params.set("name", name)
        params.set("value", value)
        try await connection.perform(APICall("POST", path, op: "set_config", form: params))
    }
}

extension MAASClient {
    /// Settings of the region: `maas/`.
    public var settings: Settings { Settings(connection: connection, path: "maas/") }
}
