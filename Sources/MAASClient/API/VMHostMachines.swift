/// The machines of a VM host (seed: VMHostMachinesInterface). There is no `vm-hosts/{id}/machines/` in MAAS: the
/// machines are filtered by the host's name, and then here by its id, since names are not unique.
public struct VMHostMachines: Sendable {
    let connection: APIConnection
    let hostID: Int

    /// The host's VMs that MAAS has as machines, whatever their status. Two requests: the host's name is read first.
    public func list() async throws -> [Machine] {
        let host = try await VMHosts(connection: connection, path: "vm-hosts/").vmHost(hostID).get()
        return try await Machines(connection: connection, path: "machines/").list(NodeFilter(pod: [host.name]))
            .filter { $0.pod?.id == hostID }
    }
}
