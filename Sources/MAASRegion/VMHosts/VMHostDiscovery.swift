import Formats
import SQLite

/// Carries facts from a hypervisor into what MAAS knows of it (`discover_and_sync_vmhost`, `Pod.sync`).
package struct VMHostDiscovery {
    package static let architectures = ["amd64/generic"]
    package static let capabilities = ["composable", "dynamic_local_storage", "over_commit", "storage_pools"]
    /// The tag that every VM host and its VMs carry.
    package static let consoleTag = "pod-console-logging"
    static let consoleKernelOptions = "console=tty1 console=ttyS0"

    package let state: RegionState
    package var db: Connection { state.db }

    package init(_ state: RegionState) { self.state = state }

    /// Asks the hypervisor and takes over what it says.
    /// - Parameter user: Who owns the machines that are found.
    /// - Throws: `Refusal.unavailable` with the driver's words when it cannot be asked.
    package func run(_ host: VMHost, for user: User) throws {
        guard try Node.hasRack(db) else { throw Self.nobodyAsked }
        do {
            let hardware = try Hypervisor(state, host).reach()
            if let name = hardware.cluster {
                try adoptCluster(name, of: hardware, host, for: user)
            } else {
                try adopt(hardware, host: host.id, for: user)
            }
        } catch let failure as HypervisorFailure {
            // A driver that takes too long counts as one that was never asked.
            throw failure == .timeout ? Self.nobodyAsked : Refusal.unavailable(failure.report)
        }
    }

    private static let nobodyAsked = Refusal.unavailable(
        "Unable to start the VM host discovery process. No rack controllers connected.")

    /// What a creation or a change does: a hypervisor that cannot be asked is no failure then.
    package func attempt(_ host: VMHost, for user: User) throws {
        do {
            try run(host, for: user)
        } catch Refusal.unavailable {
            return
        }
    }

    /// Takes over one hypervisor.
    package func adopt(_ hardware: HardwareHost, host id: Int, for user: User) throws {
        guard let host = try VMHost.find(db, id: id) else { return }
        if hardware.type == .lxd, case .object(var parameters) = try host.powerParameters {
            // The trust password has done its work.
            parameters["password"] = nil
            try db.execute("UPDATE bmcs SET power_parameters = ? WHERE id = ?", JSONValue.object(parameters).text, id)
            if let project = host.project { try hardware.ensureProject(db, project) }
        }
        let tags = host.tags + hardware.tags.filter { !host.tags.contains($0) }
        try db.update(
            "vm_hosts", id: id,
            [
                "version": hardware.version, "architectures": JSONValue.text(of: Self.architectures),
                "capabilities": JSONValue.text(of: Self.capabilities), "tags": JSONValue.text(of: tags),
            ])
        try adoptPools(of: hardware, host: id)
        if hardware.type == .virsh {
            try db.update(
                "vm_hosts", id: id,
                ["cores": hardware.cores, "memory": hardware.memory, "cpu_speed": hardware.cpuSpeed])
        }
        try adoptMachines(of: hardware, host: id, for: user)
        if hardware.type == .lxd { try adoptHostMachine(of: hardware, host: id, for: user) }
    }

    /// Takes over the storage pools of a hypervisor; those that are gone go.
    package func adoptPools(of hardware: HardwareHost, host: Int) throws {
        let pools = try hardware.pools(db)
        for pool in pools {
            try db.execute(
                """
                INSERT INTO storage_pools (vm_host_id, pool_id, name, type, path, total) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (vm_host_id, pool_id) DO UPDATE SET
                    name = excluded.name, type = excluded.type, path = excluded.path, total = excluded.total
                """, host, pool.id, pool.name, pool.type, pool.path, pool.size)
        }
        let ids = Set(pools.map(\.id))
        guard let vmHost = try VMHost.find(db, id: host) else { return }
        for known in try vmHost.storagePools(db) where !ids.contains(known.id) {
            try db.execute("DELETE FROM storage_pools WHERE vm_host_id = ? AND pool_id = ?", host, known.id)
        }
        if vmHost.defaultStoragePool.map({ !ids.contains($0) }) ?? true {
            try db.execute("UPDATE vm_hosts SET default_storage_pool = ? WHERE id = ?", pools.first?.id, host)
        }
    }

    /// Records the VMs that live on a hypervisor: in every project, or all that virsh has.
    package func adoptInstances(of hardware: HardwareHost, host: Int) throws {
        let instances = try HardwareInstance.all(db, host: hardware.id)
        for known in try VirtualMachine.all(db, host: host)
        where !instances.contains(where: { $0.project == known.project && $0.name == known.identifier }) {
            try db.execute("DELETE FROM virtual_machines WHERE id = ?", known.id)
        }
        for instance in instances { try VirtualMachine.refresh(instance, host: host, db) }
    }
}
