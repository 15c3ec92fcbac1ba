/// The VM hosts of a region (MAAS: vm-hosts/; seed: VMHostsInterface).
public struct VMHosts: Sendable {
    let connection: APIConnection

    /// Every VM host, by id. MAAS knows no filters here.
    public func list() async throws -> [VMHost] { try await connection.decode(APICall("GET", "vm-hosts/")) }

    /// The VM hosts that match. MAAS ignores filters, so they are applied here.
    /// - Parameter params: the seed's `type`, `zone`, `pool` and `tags` (comma-separated, all of them wanted).
    /// - Throws: `MAASError.invalidArgument` for any other name, which MAAS would silently ignore.
    public func query(_ params: Params) async throws -> [VMHost] { try await query(VMHostFilter(params)) }

    /// The VM hosts that match.
    public func query(_ filter: VMHostFilter) async throws -> [VMHost] { try await list().filter(filter.matches) }

    /// One VM host, by MAAS's id.
    public func vmHost(_ id: Int) -> VMHostResource { VMHostResource(connection: connection, id: id) }

    /// The VM host that runs on the machine with this system id (the seed's key of a VM host), if there is one.
    public func vmHost(onMachine systemID: String) async throws -> VMHost? {
        try await list().first { $0.systemID == systemID }
    }

    /// Registers a VM host. MAAS accepts an address that it cannot reach: the host then stays without capabilities
    /// until a `refresh` succeeds. Totals may read 0 for a moment after it.
    public func create(_ registration: VMHostRegistration) async throws -> VMHost {
        try await connection.decode(APICall("POST", "vm-hosts/", form: registration.params, mayRetry: false))
    }
}
