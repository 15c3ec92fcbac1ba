// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST subnets/`: create a subnet.
public struct SubnetCreation: OperationParameters {
    /// Network and prefix length.
    public var cidr: String
    /// Name, the network without it.
    public var name: String?
    /// A line about it.
    public var description: String?
    /// VLAN id.
    public var vlan: Int?
    /// Fabric id.
    public var fabric: Int?
    /// VID in that fabric.
    public var vid: Int?
    /// Address.
    public var gatewayIP: String?
    /// Addresses, parted by blanks or commas.
    public var dnsServers: [String]?
    /// 0, 1 or 2.
    public var rdnsMode: Int?
    /// Boolean.
    public var allowDNS: Bool?
    /// Boolean.
    public var allowProxy: Bool?
    /// Boolean.
    public var activeDiscovery: Bool?
    /// Boolean.
    public var managed: Bool?
    /// Names, parted by blanks or commas.
    public var disabledBootArchitectures: [String]?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `cidr`.
    public init(
        cidr: String, name: String? = nil, description: String? = nil, vlan: Int? = nil, fabric: Int? = nil,
        vid: Int? = nil, gatewayIP: String? = nil, dnsServers: [String]? = nil, rdnsMode: Int? = nil,
        allowDNS: Bool? = nil, allowProxy: Bool? = nil, activeDiscovery: Bool? = nil, managed: Bool? = nil,
        disabledBootArchitectures: [String]? = nil
    ) {
        self.cidr = cidr
        self.name = name
        self.description = description
        self.vlan = vlan
        self.fabric = fabric
        self.vid = vid
        self.gatewayIP = gatewayIP
        self.dnsServers = dnsServers
        self.rdnsMode = rdnsMode
        self.allowDNS = allowDNS
        self.allowProxy = allowProxy
        self.activeDiscovery = activeDiscovery
        self.managed = managed
        self.disabledBootArchitectures = disabledBootArchitectures
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("cidr", cidr)
        params.set("name", name)
        params.set("description", description)
        params.set("vlan", vlan)
        params.set("fabric", fabric)
        params.set("vid", vid)
        params.set("gateway_ip", gatewayIP)
        params.set("dns_servers", joined: dnsServers)
        params.set("rdns_mode", rdnsMode)
        params.set("allow_dns", allowDNS)
        params.set("allow_proxy", allowProxy)
        params.set("active_discovery", activeDiscovery)
        params.set("managed", managed)
        params.set("disabled_boot_architectures", joined: disabledBootArchitectures)
        params.merge(others)
        return params
    }
}
