// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// One device, by system id (MAAS: devices/{system_id}/).
public struct DeviceResource: NodeScoped {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
    /// MAAS's name for the node: six letters and digits in most versions.
    public let systemID: String
}

extension DeviceResource {
    /// Read a device (MAAS: `GET devices/{system_id}/`).
    public func get() async throws -> Device {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a device (MAAS: `PUT devices/{system_id}/`).
    @discardableResult
    public func update(_ parameters: DeviceUpdate = DeviceUpdate()) async throws -> Device {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a device (MAAS: `DELETE devices/{system_id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// What commissioning saw, as BSON (MAAS: `GET devices/{system_id}/?op=details`).
    public func details() async throws -> Data {
        try await connection.data(APICall("GET", path, op: "details"))
    }

    /// Power parameters, secrets included (MAAS: `GET devices/{system_id}/?op=power_parameters`).
    public func powerParameters() async throws -> PowerParameters {
        try await connection.decode(APICall("GET", path, op: "power_parameters"))
    }

    /// Set annotations (MAAS: `POST devices/{system_id}/?op=set_owner_data`).
    /// - Parameter values: value; empty takes it away.
    @discardableResult
    public func setOwnerData(_ values: [String: String]) async throws -> Device {
        var params = Params()
        for (key, value) in values.sorted(by: { $0.key < $1.key }) { params.set(key, value) }
        return try await connection.decode(APICall("POST", path, op: "set_owner_data", form: params))
    }

    /// Set annotations (MAAS: `POST devices/{system_id}/?op=set_workload_annotations`).
    /// - Parameter values: value; empty takes it away.
    @discardableResult
    public func setWorkloadAnnotations(_ values: [String: String]) async throws -> Device {
        var params = Params()
        for (key, value) in values.sorted(by: { $0.key < $1.key }) { params.set(key, value) }
        return try await connection.decode(APICall("POST", path, op: "set_workload_annotations", form: params))
    }

    /// Undo changes of the network (MAAS: `POST devices/{system_id}/?op=restore_networking_configuration`).
    @discardableResult
    public func restoreNetworkingConfiguration() async throws -> Device {
        try await connection.decode(APICall("POST", path, op: "restore_networking_configuration", form: Params()))
    }

    /// Undo every change (MAAS: `POST devices/{system_id}/?op=restore_default_configuration`).
    @discardableResult
    public func restoreDefaultConfiguration() async throws -> Device {
        try await connection.decode(APICall("POST", path, op: "restore_default_configuration", form: Params()))
    }
}

extension Devices {
    /// One of them by its system id; nothing is asked of MAAS yet.
    public func device(_ systemID: String) -> DeviceResource {
        DeviceResource(connection: connection, path: "\(path)\(systemID.percentEncoded)/", systemID: systemID)
    }
}
