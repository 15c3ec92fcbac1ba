/// One VM host, by id (MAAS: vm-hosts/{id}/; seed: VMHostInterface).
public struct VMHostResource: Sendable {
    let connection: APIConnection
    public let id: Int

    private var path: String { "vm-hosts/\(id)/" }

    public func get() async throws -> VMHost { try await connection.decode(APICall("GET", path)) }

    /// Changes what `change` names.
    public func update(_ change: VMHostRegistration) async throws -> VMHost {
        try await connection.decode(APICall("PUT", path, form: change.params))
    }

    /// Removes the host and the records of its machines from MAAS.
    /// - Parameter decompose: true destroys its VMs too; without it they stay in the hypervisor.
    public func delete(decompose: Bool = false) async throws {
        try await connection.perform(APICall("DELETE", path, query: decompose ? ["decompose": true] : [:]))
    }

    /// Asks the hypervisor again for its VMs and resources; 503 when it cannot be reached.
    public func refresh() async throws -> VMHost {
        try await connection.decode(APICall("POST", path, op: "refresh", form: [:]))
    }

    /// Address, project and secrets. Administrators only.
    public func parameters() async throws -> PowerParameters {
        try await connection.decode(APICall("GET", path, op: "parameters"))
    }

    public func addTag(_ tag: String) async throws -> VMHost {
        try await connection.decode(APICall("POST", path, op: "add_tag", form: ["tag": tag]))
    }

    public func removeTag(_ tag: String) async throws -> VMHost {
        try await connection.decode(APICall("POST", path, op: "remove_tag", form: ["tag": tag]))
    }

    public var composer: VMComposer { VMComposer(connection: connection, hostID: id) }

    public var machines: VMHostMachines { VMHostMachines(connection: connection, hostID: id) }
}

/// Creates VMs on a host (MAAS: vm-hosts/{id}/?op=compose; seed: VMComposerInterface).
public struct VMComposer: Sendable {
    let connection: APIConnection
    let hostID: Int

    /// Creates a VM. It is there, and its machine can be read, when this returns. Never sent twice, whatever happens.
    /// - Parameter params: MAAS's: `cores`, `memory` (MiB), `storage` (`root:20(pool),…` in GB), `hostname`, `zone`
    ///   and `pool` (ids), `interfaces`, `skip_commissioning`, … MAAS silently ignores any other name.
    public func compose(_ params: Params) async throws -> ComposedMachine {
        let call = APICall("POST", "vm-hosts/\(hostID)/", op: "compose", form: params, mayRetry: false)
        let answer: Answer = try await connection.decode(call)
        return ComposedMachine(
            systemID: answer.systemID, resource: MachineResource(connection: connection, systemID: answer.systemID))
    }

    private struct Answer: Decodable {
        let systemID: String
        enum CodingKeys: String, CodingKey { case systemID = "system_id" }
    }
}

/// What compose answers: only a system id. Zone and status are read with `resource.get()`.
public struct ComposedMachine: Sendable {
    public let systemID: String
    public let resource: MachineResource
}

/// The machines of a VM host (seed: VMHostMachinesInterface). There is no `vm-hosts/{id}/machines/` in MAAS: the
/// machines are filtered by the host's name, and then here by its id, since names are not unique.
public struct VMHostMachines: Sendable {
    let connection: APIConnection
    let hostID: Int

    public func list() async throws -> [Machine] {
        let host = try await VMHostResource(connection: connection, id: hostID).get()
        return try await Machines(connection: connection).list(["pod": host.name]).filter { $0.pod?.id == hostID }
    }
}
