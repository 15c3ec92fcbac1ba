// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// One region controller, by system id (MAAS: regioncontrollers/{system_id}/).
public struct RegionControllerResource: NodeScoped {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
    /// MAAS's name for the node: six letters and digits in most versions.
    public let systemID: String
}

extension RegionControllerResource {
    /// Read a controller (MAAS: `GET regioncontrollers/{system_id}/`).
    public func get() async throws -> RegionController {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a controller (MAAS: `PUT regioncontrollers/{system_id}/`).
    @discardableResult
    public func update(_ parameters: RegionControllerUpdate = RegionControllerUpdate()) async throws -> RegionController
    {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a controller (MAAS: `DELETE regioncontrollers/{system_id}/`).
    /// - Parameter force: also the only one that provides DHCP.
    public func delete(force: Bool? = nil) async throws {
        var params = Params()
        params.set("force", force)
        try await connection.perform(APICall("DELETE", path, query: params))
    }

    /// What commissioning saw, as BSON (MAAS: `GET regioncontrollers/{system_id}/?op=details`).
    public func details() async throws -> Data {
        try await connection.data(APICall("GET", path, op: "details"))
    }

    /// Power parameters, secrets included (MAAS: `GET regioncontrollers/{system_id}/?op=power_parameters`).
    public func powerParameters() async throws -> PowerParameters {
        try await connection.decode(APICall("GET", path, op: "power_parameters"))
    }
}

extension RegionControllers {
    /// One of them by its system id; nothing is asked of MAAS yet.
    public func regionController(_ systemID: String) -> RegionControllerResource {
        RegionControllerResource(connection: connection, path: "\(path)\(systemID.percentEncoded)/", systemID: systemID)
    }
}
