import MAASClient

/// Reads what network a machine has from its interfaces (seed: extractNetworkStatusFromVM).
enum NetworkStatusReader {
    /// The status of the primary interface with an address; without any, the seed's fallback: `dhcp`, and nothing
    /// known. The interface on top (bridge, VLAN) is preferred, for it carries the address when there is one.
    static func status(of machine: Machine, interfaces: [Interface]) -> VMNetworkStatus {
        let addressed = interfaces.filter { !$0.ipAddresses.isEmpty }
        let primary = addressed.first { $0.id == machine.bootInterface?.id } ?? addressed.min { $0.id < $1.id }
        if let primary { return status(primary, machine) }
        // No address yet: an `auto` link gets one when the machine is deployed, a `dhcp` one with its lease.
        let configured = interfaces.first { $0.links.contains { $0.mode != .linkUp } }
        guard let configured else { return VMNetworkStatus(configMethod: .dhcp) }
        return status(configured, machine)
    }

    private static func status(_ interface: Interface, _ machine: Machine) -> VMNetworkStatus {
        VMNetworkStatus(
            assignedIP: interface.ipAddresses.first, interface: interface.name, macAddress: interface.macAddress,
            gateway: interface.gateway ?? machine.defaultGateways?.ipv4.gatewayIP, dnsServers: interface.dnsServers,
            configMethod: method(of: interface))
    }

    /// How an interface got its address (seed: detectConfigMethod), by the link that carries it.
    static func method(of interface: Interface) -> ConfigMethod {
        let link = interface.links.first { $0.ipAddress != nil } ?? interface.links.first { $0.mode != .linkUp }
        switch link?.mode {
        case .static: return .static
        case .auto: return .auto
        case .dhcp: return .dhcp
        case .linkUp, .other, nil: return interface.ipAddresses.isEmpty ? .linkUp : .dhcp
        }
    }
}
