import MAASClient

/// VMs on LXD hosts: finds the hosts, chooses one, composes the VM there and reports on its network (seed:
/// lxd.Service).
///
///     let service = LXDService(client: client, scope: LXDScope(resourcePool: "pool-a"))
///     let vm = try await service.composeVM(VMSpec(cores: 2, memory: 4096, disks: [DiskSpec(size: "20GB")]))
public struct LXDService: Sendable {
    /// Where it looks for hosts; the pool is that of the VMs too.
    public let scope: LXDScope
    let backend: any VMHostBackend
    let selector = HostSelector()

    /// On a MAAS.
    public init(client: MAASClient, scope: LXDScope = LXDScope()) {
        self.init(backend: LiveBackend(client: client), scope: scope)
    }

    /// On any backend, such as the seed's mock.
    public init(backend: any VMHostBackend, scope: LXDScope = LXDScope()) {
        self.backend = backend
        self.scope = scope
    }

    /// The LXD hosts of the scope, healthy or not (seed: GetAvailableLXDHosts).
    /// - Throws: `LXDError` of kind `hostUnavailable`.
    public func getAvailableLXDHosts() async throws -> [LXDHost] {
        try await LXDError.wrapping(.hostUnavailable, "failed to query LXD hosts") {
            try await backend.queryVMHosts(
                VMHostQueryParams(
                    type: "lxd", zone: scope.failureDomain ?? scope.machineFailureDomain,
                    resourcePool: scope.resourcePool, tags: scope.tags))
        }
    }

    /// The hosts that could take the VM, best first.
    /// - Throws: `LXDError` of kind `insufficientResources`, or what `getAvailableLXDHosts` throws.
    public func selectHosts(for spec: VMSpec) async throws -> [LXDHost] {
        for (index, disk) in spec.disks.enumerated() where DiskSize(disk.size) == nil {
            throw LXDError(.invalidSpec, "disk \(index): '\(disk.size)' is not a size such as 20GB or 20GiB")
        }
        let ranked = try selector.rank(try await getAvailableLXDHosts(), for: spec)
        guard let project = spec.project, !project.isEmpty else { return ranked }
        var fitting: [LXDHost] = []
        for host in ranked {
            let matches = try await LXDError.wrapping(.hostUnavailable, "failed to read the project of \(host.name)") {
                try await backend.hosts(host, project: project)
            }
            if matches ?? true { fitting.append(host) }
        }
        guard !fitting.isEmpty else {
            throw LXDError(
                .invalidSpec,
                "project: no host with room has LXD project '\(project)', of \(ranked.map(\.name).joined(separator: ", "))"
            )
        }
        return fitting
    }

    /// Composes a VM on the best host (seed: ComposeVM). A host that meanwhile has no room left, by MAAS's word, is
    /// passed over for the next one. When this throws, no VM is left, unless the error says so.
    public func composeVM(_ spec: VMSpec) async throws -> LXDVMResult {
        var refusals: [String] = []
        var last: (any Error)?
        for host in try await selectHosts(for: spec) {
            do {
                let params = ComposeVMParams(vmHostID: host.id, spec: spec, resourcePool: scope.resourcePool)
                let vm = try await VMHostExtension(backend: backend).composeVM(params)
                return LXDVMResult(
                    systemID: vm.systemID, hostname: vm.hostname, hostID: host.id, hostName: host.name,
                    failureDomain: vm.availabilityZone, project: spec.project, status: vm.status,
                    networkStatus: try await networkStatus(of: vm, requested: spec.networkConfig))
            } catch let error as LXDError {
                guard error.isOverCommit else { throw error }
                refusals.append("\(host.name): \(error.cause.map { "\($0)" } ?? error.message)")
                last = error.cause
            }
        }
        throw LXDError(.insufficientResources, "every host refused: " + refusals.joined(separator: "; "), cause: last)
    }

    /// The network a VM has.
    /// - Throws: `LXDError` of kind `networkStatusUnavailable`.
    public func networkStatus(of systemID: String) async throws -> VMNetworkStatus {
        try await LXDError.wrapping(.networkStatusUnavailable, "failed to extract the network status of \(systemID)") {
            try await backend.networkStatus(of: systemID)
        }
    }

    /// Removes a VM; one that is gone already is no error.
    /// - Throws: `LXDError` of kind `vmDeletionFailed`.
    public func deleteVM(_ systemID: String) async throws {
        try await LXDError.wrapping(.vmDeletionFailed, "failed to delete VM \(systemID)") {
            try await backend.deleteVM(systemID)
        }
    }

    /// As the seed has it: a status that cannot be read is what was asked for, and no reason to lose the VM. Only a
    /// caller who was cancelled meanwhile gets no VM, of which nobody would learn the system id.
    private func networkStatus(of vm: ComposedVM, requested: VMNetworkConfig?) async throws -> VMNetworkStatus {
        do {
            return try await networkStatus(of: vm.systemID)
        } catch is CancellationError {
            try await backend.removeUnfinished(vm.systemID, because: CancellationError())
            throw CancellationError()
        } catch {
            return VMNetworkStatus(requested: requested)
        }
    }
}

extension LXDError {
    /// True when MAAS refused because the host is fully committed; nothing was created then.
    var isOverCommit: Bool {
        guard let refusal = (cause as? MAASError)?.refusal else { return false }
        return refusal.status == 503 && refusal.message.hasPrefix("Unable to compose KVM instance")
    }
}
