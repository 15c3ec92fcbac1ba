// Written by script/generate-client.py; change Description/operations.json instead.

/// The rack controllers of a region (MAAS: rackcontrollers/).
public struct RackControllers: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension RackControllers {
    /// List rack controllers (MAAS: `GET rackcontrollers/`).
    public func list(_ parameters: NodeFilter = NodeFilter()) async throws -> [RackController] {
        try await connection.decode(APICall("GET", path, query: parameters.params))
    }

    /// The kinds of power control and their parameters (MAAS: `GET rackcontrollers/?op=describe_power_types`).
    public func describePowerTypes() async throws -> [PowerType] {
        try await connection.decode(APICall("GET", path, op: "describe_power_types"))
    }

    /// Whether a MAC address belongs to a node (MAAS: `GET rackcontrollers/?op=is_registered`).
    /// - Parameter macAddress: MAC address.
    public func isRegistered(_ macAddress: String) async throws -> Bool {
        var params = Params()
        params.set("mac_address", macAddress)
        return try await connection.decode(APICall("GET", path, op: "is_registered", query: params))
    }

    /// Power parameters by system id (MAAS: `GET rackcontrollers/?op=power_parameters`).
    /// - Parameter id: system ids, repeated.
    public func powerParameters(_ id: [String]) async throws -> [String: PowerParameters] {
        var params = Params()
        params.add("id", each: id)
        return try await connection.decode(APICall("GET", path, op: "power_parameters", query: params))
    }

    /// Download images to every rack (MAAS: `POST rackcontrollers/?op=import_boot_images`).
    public func importBootImages() async throws {
        try await connection.perform(APICall("POST", path, op: "import_boot_images", form: Params()))
    }

    /// Put nodes into a zone (MAAS: `POST rackcontrollers/?op=set_zone`).
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
    /// Rack controllers: `rackcontrollers/`.
    public var rackControllers: RackControllers { RackControllers(connection: connection, path: "rackcontrollers/") }
}
