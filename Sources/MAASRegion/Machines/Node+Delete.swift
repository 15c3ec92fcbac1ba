import SQLite

extension Node {
    /// The names of the VM hosts that run on this machine.
    func hostedVMHosts(_ db: Connection) throws -> [(id: Int, name: String)] {
        try db.query("SELECT id, name FROM vm_hosts WHERE host_node_id = ? ORDER BY id", id) {
            (try $0["id"], try $0["name"])
        }
    }

    /// Refuses while VM hosts run on this machine; with `force` they are removed, with the VMs on them.
    package func removeVMHosts(_ state: RegionState, force: Bool) throws {
        let hosts = try hostedVMHosts(state.db)
        guard !hosts.isEmpty else { return }
        guard force else {
            let names = hosts.map(\.name).joined(separator: ", ")
            throw Refusal.invalid("The following VM hosts must be removed first: \(names)")
        }
        for host in hosts { try VMHost.find(state.db, id: host.id)?.delete(state, decompose: true) }
    }

    /// Deletes the node and everything of it. A VM also goes on its hypervisor, which gives its resources back.
    /// - Throws: `Refusal` while VM hosts run on it and `force` is false.
    package func delete(_ state: RegionState, force: Bool) throws {
        try removeVMHosts(state, force: force)
        try remove(state)
    }

    /// Takes the node out of the region, its addresses, its VM and its BMC when nothing else is powered by it.
    package func remove(_ state: RegionState) throws {
        let db = state.db
        try decompose(db)
        try db.execute(
            """
            DELETE FROM ip_addresses WHERE id IN (SELECT ip_address_id FROM interface_addresses
            JOIN interfaces ON interfaces.id = interface_id WHERE node_id = ?)
            """, id)
        try db.execute("DELETE FROM nodes WHERE id = ?", id)
        try PowerConfiguration.removeUnused(db, bmcID)
    }

    /// Removes the VM behind a composed machine, in the region and on the hardware.
    private func decompose(_ db: Connection) throws {
        guard let vm = try VirtualMachine.find(db, machine: id), let host = try VMHost.find(db, id: vm.hostID) else {
            return
        }
        if let hardware = try HardwareHost.find(db, powerAddress: host.powerAddress, type: host.type),
            hardware.isReachable
        {
            try HardwareInstance.remove(db, host: hardware.id, project: vm.project, name: vm.identifier)
        }
        try db.execute("DELETE FROM virtual_machines WHERE id = ?", vm.id)
    }
}
