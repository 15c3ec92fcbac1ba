import SQLite

/// The network that commissioning leaves a machine with.
extension MachineLife {
    /// Takes every link away but what was observed (`_clear_networking_configuration`).
    mutating func clearNetwork() throws {
        for interface in try Interface.all(db, node: node.id) { try interface.clearLinks(db) }
        if node.gatewayLinkIPv4 != nil || node.gatewayLinkIPv6 != nil { try clearDefaultGateways() }
    }

    /// The network as commissioning leaves it.
    package mutating func restoreNetwork() throws {
        if try VirtualMachine.find(db, machine: node.id) == nil,
            let hardware = try HardwareMachine.find(db, for: node)
        {
            try takeInterfaces(of: hardware)
        }
        try clearNetwork()
        try configureNetwork()
        try reload()
    }

    /// The boot interface is linked as `default_boot_interface_link_type` says to every subnet that gave it a lease; where
    /// none did, automatically to the first subnet of its VLAN. The others only come up
    /// (`set_initial_networking_configuration`).
    func configureNetwork() throws {
        let interfaces = try Interface.all(db, node: node.id)
        guard let boot = interfaces.first(where: { $0.id == node.bootInterfaceID }) ?? interfaces.first else { return }
        try boot.addBootLinks(state)
        for interface in interfaces where interface.id != boot.id && interface.enabled && interface.vlanID != nil {
            try interface.link(state, .linkUp, interface.leasingSubnets(db).first)
        }
    }
}

extension Interface {
    /// Automatic, where regions have no setting for it yet.
    private func bootLinkMode(_ state: RegionState) throws -> LinkMode {
        guard state.version.has(.bootInterfaceLinkType) else { return .auto }
        let word = try Configuration.text("default_boot_interface_link_type", state)
        guard let mode = LinkMode(rawValue: word) else {
            throw StoredValueError(column: "default_boot_interface_link_type", value: word)
        }
        return mode
    }

    /// Links it as commissioning links what a machine boots from.
    package func addBootLinks(_ state: RegionState) throws {
        let leasing = try leasingSubnets(state.db)
        let mode = try bootLinkMode(state)
        for subnet in leasing { try link(state, mode, subnet) }
        if leasing.isEmpty, let vlan = vlanID { try Interface.addDefaultLink(state, interface: id, vlan: vlan) }
    }
}
