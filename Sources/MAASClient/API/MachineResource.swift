/// One machine, by system id (MAAS: machines/{system_id}/).
public struct MachineResource: Sendable {
    let connection: APIConnection
    /// MAAS's name for the machine: six letters and digits in most versions.
    public let systemID: String

    var path: String { "machines/\(systemID.percentEncoded)/" }

    /// The machine as MAAS has it now.
    public func get() async throws -> Machine { try await connection.decode(APICall("GET", path)) }

    /// The machine's interfaces, which MAAS keeps below `nodes/` and not below `machines/`.
    public var interfaces: Interfaces { Interfaces(connection: connection, systemID: systemID) }

    /// Changes fields, by MAAS's names: `hostname`, `description`, `zone` and `pool` (names), `domain`, …
    public func update(_ params: Params) async throws -> Machine {
        try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Removes the machine; a composed one's VM is destroyed with it.
    /// - Parameter force: also when a VM host runs on it, which goes with it.
    public func delete(force: Bool = false) async throws {
        try await connection.perform(APICall("DELETE", path, query: force ? ["force": true] : [:]))
    }

    /// Power settings, secrets included. Administrators only.
    public func powerParameters() async throws -> PowerParameters {
        try await connection.decode(APICall("GET", path, op: "power_parameters"))
    }

    func operate(_ op: String, _ form: Params = [:], mayRetry: Bool = true) async throws -> Machine {
        try await connection.decode(APICall("POST", path, op: op, form: form, mayRetry: mayRetry))
    }
}
