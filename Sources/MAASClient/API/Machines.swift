import Foundation

/// The machines of a region (MAAS: machines/).
public struct Machines: Sendable {
    let connection: APIConnection

    /// The machines that match, by id.
    /// - Parameter filters: MAAS's: `hostname`, `id`, `zone`, `pool`, `tags`, `pod`, `status`, `not_…`, … An unknown
    ///   one is refused by MAAS with 400.
    public func list(_ filters: Params = [:]) async throws -> [Machine] {
        try await connection.decode(APICall("GET", "machines/", query: filters))
    }

    public func machine(_ systemID: String) -> MachineResource {
        MachineResource(connection: connection, systemID: systemID)
    }

    /// Takes a Ready machine that matches (MAAS: op=allocate); 409 when there is none. MAAS may compose one on a VM
    /// host instead.
    public func allocate(_ constraints: Params = [:]) async throws -> Machine {
        try await connection.decode(APICall("POST", "machines/", op: "allocate", form: constraints, mayRetry: false))
    }

    /// Releases several machines, all or none; the system ids of those that were.
    public func release(_ systemIDs: [String], comment: String? = nil) async throws -> [String] {
        var form = Params()
        for systemID in systemIDs { form.add("machines", systemID) }
        form.set("comment", comment)
        return try await connection.decode(APICall("POST", "machines/", op: "release", form: form))
    }
}

/// One machine, by system id (MAAS: machines/{system_id}/).
public struct MachineResource: Sendable {
    let connection: APIConnection
    public let systemID: String

    var path: String { "machines/\(systemID.percentEncoded)/" }

    public func get() async throws -> Machine { try await connection.decode(APICall("GET", path)) }

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
