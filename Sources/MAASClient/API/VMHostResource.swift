/// One VM host, by id (MAAS: vm-hosts/{id}/; seed: VMHostInterface).
public struct VMHostResource: Sendable {
    let connection: APIConnection
    /// The number that MAAS gives a VM host, which stays when the host is renamed.
    public let id: Int

    private var path: String { "vm-hosts/\(id)/" }

    /// The host as MAAS has it now; 404 when it is gone.
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

    /// Puts a tag on the host; one that it carries already is no error. A comma in it is refused.
    public func addTag(_ tag: String) async throws -> VMHost {
        try await connection.decode(APICall("POST", path, op: "add_tag", form: ["tag": tag]))
    }

    /// Takes a tag off the host; one that it does not carry is no error.
    public func removeTag(_ tag: String) async throws -> VMHost {
        try await connection.decode(APICall("POST", path, op: "remove_tag", form: ["tag": tag]))
    }

    /// What creates VMs there.
    public var composer: VMComposer { VMComposer(connection: connection, hostID: id) }

    /// The VMs there that MAAS has as machines.
    public var machines: VMHostMachines { VMHostMachines(connection: connection, hostID: id) }
}
