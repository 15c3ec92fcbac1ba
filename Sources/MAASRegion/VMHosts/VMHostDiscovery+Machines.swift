import Formats
import SQLite

extension VMHostDiscovery {
    /// Makes the VMs in the tracked project machines, and forgets machines whose VM is gone (`Pod.sync_machines`).
    func adoptMachines(of hardware: HardwareHost, host id: Int, for user: User) throws {
        try adoptInstances(of: hardware, host: id)
        guard let host = try VMHost.find(db, id: id) else { return }
        let tracked = try HardwareInstance.all(db, host: hardware.id).filter {
            host.project == nil || $0.project == host.project
        }
        var gone = Set(try Node.machines(db, bmc: id).map(\.id))
        for instance in tracked {
            if let node = try machine(of: instance) {
                try move(node, under: host, instance)
                gone.remove(node)
            } else {
                let node = try ComposedMachine(state, host: host, discovered: instance)
                    .create(isDynamic: false, skipCommissioning: false, for: user)
                // MAAS counts the disks of a VM that it just found twice, once under each of the two names that it has
                // for them, until it looks again.
                if let vm = try VirtualMachine.find(db, machine: node.id) {
                    try VirtualMachine.record(disks: instance.disks, of: vm.id, db)
                }
            }
        }
        for node in gone {
            try state.forgetVirtualMachine(of: node)
            try Node.find(db, id: node)?.remove(state)
        }
    }

    /// The node that has one of the VM's interfaces.
    private func machine(of instance: HardwareInstance) throws -> Int? {
        for nic in instance.nics {
            let node: Int? = try db.scalar(
                "SELECT node_id FROM interfaces WHERE mac_address = ? AND node_id IS NOT NULL ORDER BY id", nic.mac)
            if let node { return node }
        }
        return nil
    }

    /// A machine that is known already keeps everything but what the hypervisor knows better.
    private func move(_ node: Int, under host: VMHost, _ instance: HardwareInstance) throws {
        let own: [String: JSONValue] =
            host.type == .lxd
            ? ["instance_name": .string(instance.name), "project": .string(instance.project)]
            : ["power_id": .string(instance.name)]
        try db.update(
            "nodes", id: node,
            [
                "bmc_id": host.id, "power_state": instance.power, "cpu_count": instance.cores,
                "memory": instance.memory, "instance_parameters": JSONValue.object(own).text,
            ])
        try state.forgetVirtualMachine(of: node)
        try VirtualMachine.connect(instance, host: host.id, machine: node, db)
    }

    /// Finds the machine that the hypervisor runs on by its MAC addresses, or makes one.
    func adoptHostMachine(of hardware: HardwareHost, host id: Int, for user: User) throws {
        guard !hardware.macs.isEmpty, let host = try VMHost.find(db, id: id) else { return }
        var node: Int?
        for mac in hardware.macs where node == nil {
            node = try db.scalar(
                "SELECT node_id FROM interfaces WHERE mac_address = ? AND node_id IS NOT NULL ORDER BY id", mac)
        }
        if let node {
            try db.execute(
                "UPDATE nodes SET node_type = ? WHERE id = ? AND node_type = ?", Node.Kind.machine.rawValue, node,
                Node.Kind.device.rawValue)
            try db.execute(
                "UPDATE nodes SET status = ? WHERE id = ? AND node_type = ?", NodeStatus.deployed.rawValue, node,
                Node.Kind.machine.rawValue)
        }
        let found = try node ?? makeHostMachine(hardware, host, for: user)
        try db.execute(
            "INSERT OR IGNORE INTO vm_host_nodes (vm_host_id, node_id) VALUES (?, ?)", id, found)
        try db.execute(
            """
            UPDATE vm_hosts SET host_node_id = (SELECT MIN(node_id) FROM vm_host_nodes WHERE vm_host_id = ?1)
            WHERE id = ?1
            """, id)
        try db.execute("DELETE FROM transitions WHERE vm_host_id = ?", id)
        try db.insert(
            into: "transitions",
            [
                "due": try state.now.addingSaturating(Timings(state: state).milliseconds("vm_host_discovery")),
                "vm_host_id": id,
                "kind": HostResources.transition,
            ])
    }

    private func makeHostMachine(_ hardware: HardwareHost, _ host: VMHost, for user: User) throws -> Int {
        let isProper = try !Node.hasHostname(db, host.name) && Hostname.problem(host.name) == nil
        var machine = NewMachine(
            hostname: isProper ? host.name : try Node.unusedHostname(state),
            domainID: try Domain.standard(db)?.id ?? 0)
        machine.status = .deployed
        machine.ownerID = user.id
        machine.isDynamic = true
        machine.nics = hardware.macs.enumerated().map { NewMachine.NIC(name: "eth\($0)", macAddress: $1) }
        let node = try Node.create(state, machine)
        // Its scripts are those of the hypervisor's resources, which are not kept as results.
        let set = try ScriptSet.create(state, node: node.id, .commissioning)
        try db.update("nodes", id: node.id, ["commissioning_result_id": set])
        return node.id
    }
}

extension VirtualMachine {
    /// Records a VM that is on a host; answers its id.
    @discardableResult
    package static func record(_ instance: HardwareInstance, host: Int, machine: Int? = nil, _ db: Connection) throws
        -> Int
    {
        let pinned = instance.pinnedCores
        let id = try db.insert(
            into: "virtual_machines",
            [
                "vm_host_id": host, "machine_id": machine, "identifier": instance.name, "project": instance.project,
                "unpinned_cores": pinned.isEmpty ? instance.cores : 0,
                "pinned_cores": JSONValue.array(pinned.map(JSONValue.integer)).text, "memory": instance.memory,
                "hugepages_backed": instance.hugepages,
            ])
        try record(disks: instance.disks, of: id, db)
        return id
    }

    package static func record(disks: [HardwareInstance.Disk], of id: Int, _ db: Connection) throws {
        for disk in disks {
            try db.insert(
                into: "virtual_machine_disks",
                ["virtual_machine_id": id, "name": disk.label, "size": disk.size, "storage_pool": disk.pool])
        }
    }

    /// Brings what MAAS knows of a VM to what it is.
    package static func refresh(_ instance: HardwareInstance, host: Int, _ db: Connection) throws {
        let known: Int? = try db.scalar(
            "SELECT id FROM virtual_machines WHERE vm_host_id = ? AND project = ? AND identifier = ?", host,
            instance.project, instance.name)
        guard let known else {
            try record(instance, host: host, db)
            return
        }
        try db.update(
            "virtual_machines", id: known,
            [
                "unpinned_cores": instance.pinnedCores.isEmpty ? instance.cores : 0,
                "pinned_cores": JSONValue.array(instance.pinnedCores.map(JSONValue.integer)).text,
                "memory": instance.memory, "hugepages_backed": instance.hugepages,
            ])
        try db.execute("DELETE FROM virtual_machine_disks WHERE virtual_machine_id = ?", known)
        try record(disks: instance.disks, of: known, db)
        // MAAS replaces the rows that tied the machine's disks to pools, so that the disks show none from then on.
        try db.execute(
            """
            UPDATE block_devices SET storage_pool = NULL
            WHERE node_id = (SELECT machine_id FROM virtual_machines WHERE id = ?)
            """, known)
    }
}
