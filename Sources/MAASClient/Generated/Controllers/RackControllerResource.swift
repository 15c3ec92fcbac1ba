// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// One rack controller, by system id (MAAS: rackcontrollers/{system_id}/).
public struct RackControllerResource: NodeScoped {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
    /// MAAS's name for the node: six letters and digits in most versions.
    public let systemID: String
}

extension RackControllerResource {
    /// Read a controller (MAAS: `GET rackcontrollers/{system_id}/`).
    public func get() async throws -> RackController {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a controller (MAAS: `PUT rackcontrollers/{system_id}/`).
    @discardableResult
    public func update(_ parameters: RackControllerUpdate = RackControllerUpdate()) async throws -> RackController {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a controller (MAAS: `DELETE rackcontrollers/{system_id}/`).
    /// - Parameter force: also the only one that provides DHCP.
    public func delete(force: Bool? = nil) async throws {
        var params = Params()
        params.set("force", force)
        try await connection.perform(APICall("DELETE", path, query: params))
    }

    /// What commissioning saw, as BSON (MAAS: `GET rackcontrollers/{system_id}/?op=details`).
    public func details() async throws -> Data {
        try await connection.data(APICall("GET", path, op: "details"))
    }

    /// Power parameters, secrets included (MAAS: `GET rackcontrollers/{system_id}/?op=power_parameters`).
    public func powerParameters() async throws -> PowerParameters {
        try await connection.decode(APICall("GET", path, op: "power_parameters"))
    }

    /// The images a rack has (MAAS: `GET rackcontrollers/{system_id}/?op=list_boot_images`).
    public func listBootImages() async throws -> RackBootImages {
        try await connection.decode(APICall("GET", path, op: "list_boot_images"))
    }

    /// Download images to a rack (MAAS: `POST rackcontrollers/{system_id}/?op=import_boot_images`).
    public func importBootImages() async throws {
        try await connection.perform(APICall("POST", path, op: "import_boot_images", form: Params()))
    }

    /// Stop what a rack is doing (MAAS: `POST rackcontrollers/{system_id}/?op=abort`).
    /// - Parameter comment: for the event log.
    @discardableResult
    public func abort(comment: String? = nil) async throws -> RackController {
        var params = Params()
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "abort", form: params))
    }

    /// Use a rack although it failed its tests (MAAS: `POST
    /// rackcontrollers/{system_id}/?op=override_failed_testing`).
    /// - Parameter comment: for the event log.
    @discardableResult
    public func overrideFailedTesting(comment: String? = nil) async throws -> RackController {
        var params = Params()
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "override_failed_testing", form: params))
    }

    /// Switch a rack on (MAAS: `POST rackcontrollers/{system_id}/?op=power_on`).
    /// - Parameter comment: for the event log.
    @discardableResult
    public func powerOn(comment: String? = nil) async throws -> RackController {
        var params = Params()
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "power_on", form: params))
    }

    /// Switch a rack off (MAAS: `POST rackcontrollers/{system_id}/?op=power_off`).
    /// - Parameters:
    ///   - stopMode: hard or soft.
    ///   - comment: for the event log.
    @discardableResult
    public func powerOff(stopMode: StopMode? = nil, comment: String? = nil) async throws -> RackController? {
        var params = Params()
        params.set("stop_mode", stopMode)
        params.set("comment", comment)
        return try await connection.decode(APICall("POST", path, op: "power_off", form: params))
    }

    /// Run tests on a rack (MAAS: `POST rackcontrollers/{system_id}/?op=test`).
    /// - Parameters:
    ///   - enableSSH: stay on for SSH.
    ///   - testingScripts: names or tags.
    ///   - parameters: for scripts.
    @discardableResult
    public func test(enableSSH: Bool? = nil, testingScripts: [String]? = nil, parameters: String? = nil) async throws
        -> RackController
    {
        var params = Params()
        params.set("enable_ssh", enableSSH)
        params.set("testing_scripts", joined: testingScripts)
        params.set("parameters", parameters)
        return try await connection.decode(APICall("POST", path, op: "test", form: params))
    }
}

extension RackControllers {
    /// One of them by its system id; nothing is asked of MAAS yet.
    public func rackController(_ systemID: String) -> RackControllerResource {
        RackControllerResource(connection: connection, path: "\(path)\(systemID.percentEncoded)/", systemID: systemID)
    }
}
