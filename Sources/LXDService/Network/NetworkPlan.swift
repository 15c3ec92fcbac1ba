import MAASClient

/// A network configuration that has been checked against MAAS's networks, in MAAS's terms.
struct NetworkPlan: Equatable {
    var mode: LinkMode
    var subnet: Subnet?
    var ipAddress: String?
    /// Make the subnet's gateway the VM's default gateway.
    var defaultGateway = false
    var bridge: String?
    /// The tagged VLAN to make above the boot interface.
    var vlan: VLAN?

    /// The subnet whose VLAN the VM's NIC must be attached to.
    var attachTo: Subnet?

    /// `attachTo` as MAAS's `interfaces` constraint. MAAS refuses the compose when the host has no such interface.
    var interfacesConstraint: InterfaceConstraints? { attachTo.map { ["eth0": [.subnet($0.id)]] } }
}
