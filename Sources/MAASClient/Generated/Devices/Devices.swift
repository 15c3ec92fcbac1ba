// Written by script/generate-client.py; change Description/operations.json instead.

/// Devices: nodes with addresses that MAAS does not deploy (MAAS: devices/).
public struct Devices: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Devices {
    /// List devices (MAAS: `GET devices/`).
    public func list(_ parameters: NodeFilter = NodeFilter()) async throws -> [Device] {
        try await connection.decode(APICall("GET", path, query: parameters.params))
    }

    /// Add a device (MAAS: `POST devices/`).
    @discardableResult
    public func create(_ parameters: DeviceCreation) async throws -> Device {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }

    /// Whether a MAC address belongs to a node (MAAS: `GET devices/?op=is_registered`).
    /// - Parameter macAddress: MAC address.
    public func isRegistered(_ macAddress: String) async throws -> Bool {
        var params = Params()
        params.set("mac_address", macAddress)
        return try await connection.decode(APICall("GET", path, op: "is_registered", query: params))
    }

    /// Put nodes into a zone (MAAS: `POST devices/?op=set_zone`).
    /// - Parameters:
    ///   - nodes: system id.
    ///   - zone: the zone's name.
    public func setZone(nodes: [String], zone: String) async throws {
        var params = Params()
        params.add("nodes", each: nodes)
        params.set("zone", zone)
        try await connection.perform(APICall("POST", path, op: "set_zone", form: params))
    }
}

extension MAASClient {
    /// What has addresses and is not deployed: `devices/`.
    public var devices: Devices { Devices(connection: connection, path: "devices/") }
}
