import SQLite

/// Carries facts from a hypervisor into what MAAS knows of it.
struct VMHostDiscovery {
    static let architectures = ["amd64/generic"]
    static let capabilities = ["composable", "dynamic_local_storage", "over_commit", "storage_pools"]
    /// The tag that every VM host and its VMs carry.
    static let consoleTag = "pod-console-logging"
    static let consoleKernelOptions = "console=tty1 console=ttyS0"

    let state: RegionState
    private var db: Connection { state.db }

    init(_ state: RegionState) { self.state = state }

    /// Takes over the storage pools of a hypervisor.
    func adoptPools(of hardware: HardwareHost, host: Int) throws {
        for pool in try hardware.pools(db) {
            try db.execute(
                """
                INSERT INTO storage_pools (vm_host_id, pool_id, name, type, path, total) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (vm_host_id, pool_id) DO UPDATE SET total = excluded.total, path = excluded.path
                """, host, pool.id, pool.name, pool.type, pool.path, pool.size)
        }
    }

    /// Records the VMs that live on a hypervisor, in the project the host tracks.
    func adoptInstances(of hardware: HardwareHost, host: Int) throws {
        guard let vmHost = try VMHost.find(db, id: host) else { return }
        for instance in try HardwareInstance.all(db, host: hardware.id)
        where vmHost.project == nil || instance.project == vmHost.project {
            try VirtualMachine.record(instance, host: host, db)
        }
    }
}

extension VirtualMachine {
    /// Records a VM that is on a host; answers its id.
    @discardableResult
    static func record(_ instance: HardwareInstance, host: Int, machine: Int? = nil, _ db: Connection) throws -> Int {
        let pinned = instance.pinnedCores
        let id = try db.insert(
            into: "virtual_machines",
            [
                "vm_host_id": host, "machine_id": machine, "identifier": instance.name, "project": instance.project,
                "unpinned_cores": pinned.isEmpty ? instance.cores : 0,
                "pinned_cores": JSONValue.array(pinned.map(JSONValue.integer)).text, "memory": instance.memory,
                "hugepages_backed": instance.hugepages,
            ])
        for disk in instance.disks {
            try db.insert(
                into: "virtual_machine_disks",
                ["virtual_machine_id": id, "name": disk.label, "size": disk.size, "storage_pool": disk.pool])
        }
        return id
    }
}
