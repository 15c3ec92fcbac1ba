/// A fixed address for a VM (seed: the static part of VMNetworkConfig).
public struct StaticIPConfig: Sendable, Equatable {
    /// An IPv4 or IPv6 address, without a prefix length.
    public var ipAddress: String
    /// The subnet's CIDR, name or id; `nil` takes the one that holds the address.
    public var subnet: String?
    /// Must be the subnet's gateway: MAAS keeps gateways on subnets. Naming it makes it the VM's default gateway.
    public var gateway: String?
    /// Must be among the subnet's DNS servers: MAAS keeps them on subnets.
    public var dnsServers: [String]

    /// Only the address has to be given: subnet, gateway and DNS servers are MAAS's.
    public init(ipAddress: String, subnet: String? = nil, gateway: String? = nil, dnsServers: [String] = []) {
        (self.ipAddress, self.subnet, self.gateway, self.dnsServers) = (ipAddress, subnet, gateway, dnsServers)
    }
}

/// The network of a VM (seed: VMNetworkConfig).
public struct VMNetworkConfig: Sendable, Equatable {
    /// How the VM gets its address.
    public enum Method: Sendable, Equatable {
        /// MAAS or another server of the network gives it one; some VLAN must have DHCP.
        case dhcp
        /// MAAS picks an address of the subnet when it deploys. The subnet's CIDR, name or id; `nil`: MAAS's choice.
        case auto(subnet: String?)
        /// This one, which must be free.
        case `static`(StaticIPConfig)
    }

    /// How the address comes about.
    public var method: Method
    /// Makes a bridge of this name inside the VM, above its boot interface, and configures that.
    public var bridge: String?
    /// Makes a tagged VLAN with this VID above the boot interface, and configures that.
    public var vlan: Int?

    /// The network of the VM's boot interface, or of what is put on top of it.
    public init(_ method: Method, bridge: String? = nil, vlan: Int? = nil) {
        (self.method, self.bridge, self.vlan) = (method, bridge, vlan)
    }
}

/// How an interface got its address, as the seed writes it.
public enum ConfigMethod: String, Sendable, Equatable {
    /// As the interface's link says; `dhcp` too where only a seen address tells.
    case `static`, dhcp, auto
    /// Up without an address.
    case linkUp = "link_up"
}

/// What network a VM has (seed: VMNetworkStatus).
public struct VMNetworkStatus: Sendable, Equatable {
    /// The first address; `nil` before there is one.
    public var assignedIP: String?
    /// The interface's name, such as `eth0` or the bridge's; `nil` when nothing could be read.
    public var interface: String?
    /// `nil` when nothing could be read.
    public var macAddress: String?
    /// The subnet's, else the machine's default one.
    public var gateway: String?
    /// Those of the linked subnets.
    public var dnsServers: [String]
    /// How the address came about.
    public var configMethod: ConfigMethod

    /// A status of which only the method has to be known.
    public init(
        assignedIP: String? = nil, interface: String? = nil, macAddress: String? = nil, gateway: String? = nil,
        dnsServers: [String] = [], configMethod: ConfigMethod
    ) {
        self.assignedIP = assignedIP
        self.interface = interface
        self.macAddress = macAddress
        self.gateway = gateway
        self.dnsServers = dnsServers
        self.configMethod = configMethod
    }

    /// What was asked for, for want of anything that was read (seed: buildNetworkStatus).
    public init(requested config: VMNetworkConfig?) {
        switch config?.method {
        case .static(let address):
            self.init(
                assignedIP: address.ipAddress, gateway: address.gateway, dnsServers: address.dnsServers,
                configMethod: .static)
        case .auto: self.init(configMethod: .auto)
        case .dhcp, nil: self.init(configMethod: .dhcp)
        }
    }
}
