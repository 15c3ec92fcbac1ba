import SQLite

extension VMHost {
    /// Takes the host out of the region, with the whole cluster that it belongs to (`Pod.async_delete`).
    ///
    /// - Parameter decompose: Destroy the VMs on the hardware too; else they live on there, and only their machines go.
    package func delete(_ state: RegionState, decompose: Bool) throws {
        guard let clusterID else { return try deleteAlone(state, decompose: decompose) }
        for member in try VMHost.all(state.db) where member.clusterID == clusterID {
            try member.deleteAlone(state, decompose: decompose)
        }
        try state.db.execute("DELETE FROM vm_clusters WHERE id = ?", clusterID)
    }

    private func deleteAlone(_ state: RegionState, decompose: Bool) throws {
        let db = state.db
        let machines = try Node.machines(db, bmc: id)
        for machine in machines {
            let isLost = try decompose && !destroy(machine, state)
            try state.forgetVirtualMachine(of: machine.id)
            try machine.remove(state)
            // MAAS stops at the first VM that the driver cannot destroy; the machines after it stay behind.
            if isLost { break }
        }
        let node = try hostNodeID.flatMap { try Node.find(db, id: $0) }
        if let node, node.kind == .machine, node.isDynamic, node.bmcID == nil { try node.remove(state) }
        try db.execute("DELETE FROM bmcs WHERE id = ?", id)
    }

    /// Destroys the VM behind a machine; false when the driver could not.
    private func destroy(_ machine: Node, _ state: RegionState) throws -> Bool {
        guard let vm = try VirtualMachine.find(state.db, machine: machine.id) else { return true }
        do {
            try Hypervisor(state, self).destroy(project: vm.project, name: vm.identifier)
            return true
        } catch is HypervisorFailure {
            return false
        }
    }
}

extension RegionState {
    /// Cuts the tie between a machine and its VM, so that removing the one leaves the other.
    func forgetVirtualMachine(of machine: Int) throws {
        try db.execute("UPDATE virtual_machines SET machine_id = NULL WHERE machine_id = ?", machine)
    }
}
