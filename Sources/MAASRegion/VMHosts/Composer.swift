import SQLite

/// Makes VMs on VM hosts (`ComposeMachineForm.compose`, `Pod.create_machine`).
package struct Composer {
    package let state: RegionState
    /// Who asks for the VM.
    package let user: User
    private var db: Connection { state.db }

    package init(_ state: RegionState, user: User) {
        self.state = state
        self.user = user
    }

    /// Composes a machine and answers it.
    ///
    /// - Parameters:
    ///   - request: What the machine is to be.
    ///   - dynamic: For an allocation that found no machine: the VM goes again when it is released, and is not
    ///     commissioned.
    /// - Throws: `Refusal` with what MAAS answers; the caller's transaction is then to be rolled back.
    package func compose(_ request: ComposeRequest, on host: VMHost, dynamic: Bool = false) throws -> Node {
        if let refusal = try overCommit(host).refusal(cores: request.cores, memory: request.memory) {
            throw Refusal.unavailable("Unable to compose KVM instance in '\(host.name)'. \(refusal)")
        }
        let node = try host.hostNode(db)
        let known = try node.map { try HostInterface.all(db, node: $0, of: host.type) } ?? []
        let requested = try request.interfaces.map { try RequestedInterface.resolve($0, on: host, known, state) }
        try requireRack()
        do {
            let nics = try attach(requested ?? [RequestedInterface(name: "eth0")], known, host)
            let instance = try Hypervisor(state, host).create(try instance(request, nics, host))
            return try ComposedMachine(state, host: host, request: request, instance: instance, nics: nics)
                .create(isDynamic: dynamic, skipCommissioning: dynamic || request.skipCommissioning, for: user)
        } catch let failure as HypervisorFailure {
            throw failure.refusal(type: host.type)
        }
    }

    private func overCommit(_ host: VMHost) throws -> OverCommit {
        OverCommit(
            cores: host.cores, memory: host.memory, cpuRatio: host.cpuOverCommitRatio,
            memoryRatio: host.memoryOverCommitRatio, used: try host.used(db))
    }

    /// Drivers run on rack controllers; without one there is nobody to ask.
    private func requireRack() throws {
        guard try !Node.hasRack(db) else { return }
        throw Refusal.noRackController
    }

    /// Gives interfaces that asked for nothing the host's preferred attachment.
    private func attach(
        _ interfaces: [RequestedInterface], _ known: [HostInterface], _ host: VMHost
    ) throws -> [RequestedInterface] {
        let preferred = HostInterface.preferred(known)
        if preferred == nil, host.type == .lxd {
            throw HypervisorFailure.failed("No host network to attach VM interfaces to")
        }
        return interfaces.map { interface in
            var interface = interface
            interface.host = interface.host ?? preferred
            return interface
        }
    }

    private func instance(
        _ request: ComposeRequest, _ nics: [RequestedInterface], _ host: VMHost
    ) throws -> HardwareInstance {
        // The virsh driver knows neither pinning nor huge pages.
        let isLXD = host.type == .lxd
        let pinned = isLXD ? request.pinnedCores : []
        let disks = try request.storage.ordered.enumerated().map { index, disk in
            HardwareInstance.Disk(
                label: index == 0 ? "root" : "disk\(index)", size: try disk.bytes(), tags: disk.tags)
        }
        return HardwareInstance(
            project: host.project ?? "", name: request.hostname, cores: pinned.isEmpty ? request.cores : pinned.count,
            pinnedCores: pinned, memory: request.memory, hugepages: isLXD && request.hugepagesBacked, disks: disks,
            nics: nics.map { nic in
                HardwareInstance.NIC(
                    mac: "", attachName: nic.host?.attachName ?? "default",
                    attachType: nic.host?.attachment.rawValue ?? "network", vid: nic.host?.vid ?? 0)
            },
            power: .off)
    }
}
