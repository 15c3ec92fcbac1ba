extension VMHosts {
    /// The VM hosts that match. MAAS ignores filters, so they are applied here.
    /// - Parameter params: the seed's `type`, `zone`, `pool` and `tags` (comma-separated, all of them wanted).
    /// - Throws: `MAASError.invalidArgument` for any other name, which MAAS would silently ignore.
    public func query(_ params: Params) async throws -> [VMHost] { try await query(VMHostFilter(params)) }

    /// The VM hosts that match.
    public func query(_ filter: VMHostFilter) async throws -> [VMHost] { try await list().filter(filter.matches) }

    /// The VM host that runs on the machine with this system id (the seed's key of a VM host), if there is one.
    public func vmHost(onMachine systemID: String) async throws -> VMHost? {
        try await list().first { $0.systemID == systemID }
    }
}

extension VMHostResource {
    /// What creates VMs there.
    public var composer: VMComposer { VMComposer(connection: connection, hostID: id) }

    /// The VMs there that MAAS has as machines.
    public var machines: VMHostMachines { VMHostMachines(connection: connection, hostID: id) }
}
