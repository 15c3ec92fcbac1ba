/// Creates VMs on a host (MAAS: vm-hosts/{id}/?op=compose; seed: VMComposerInterface).
public struct VMComposer: Sendable {
    let connection: APIConnection
    let hostID: Int

    /// Creates a VM. It is there, and its machine can be read, when this returns. Never sent twice, whatever happens.
    public func compose(_ vm: VMComposition) async throws -> ComposedMachine {
        try vm.storage?.check()
        try vm.interfaces?.check()
        return try await compose(vm.params)
    }

    /// Creates a VM, as the other one does.
    /// - Parameter params: MAAS's: `cores`, `memory` (MiB), `storage` (`root:20(pool),…` in GB), `hostname`, `zone`
    ///   and `pool` (ids), `interfaces`, `skip_commissioning`, … MAAS silently ignores any other name.
    public func compose(_ params: Params) async throws -> ComposedMachine {
        let call = APICall("POST", "vm-hosts/\(hostID)/", op: "compose", form: params, mayRetry: false)
        let answer: NodeReference = try await connection.decode(call)
        return ComposedMachine(
            systemID: answer.systemID,
            resource: Machines(connection: connection, path: "machines/").machine(answer.systemID))
    }
}

/// What compose answers: only a system id. Zone and status are read with `resource.get()`.
public struct ComposedMachine: Sendable {
    /// The new machine's.
    public let systemID: String
    /// The new machine, to read, change, deploy or delete it.
    public let resource: MachineResource
}
