// Written by script/generate-client.py; change Description/objects.json instead.

/// A subnet (MAAS: subnets/{id}/).
public struct Subnet: MAASObject {
    /// Names the subnet in paths and links.
    public var id: Int
    /// The CIDR where nobody gave it another.
    public var name: String
    /// Such as `10.10.0.0/24`.
    public var cidr: String
    /// What the subnet is on; machines get there through an interface in it.
    public var vlan: VLAN
    /// The default route of machines on it; `nil` when there is none.
    public var gatewayIP: String?
    /// What machines there are told to ask besides MAAS's own DNS.
    public var dnsServers: [String]
    /// The name of the VLAN's space, or `undefined`.
    public var space: String?
    /// True when MAAS hands out this subnet's addresses.
    public var managed: Bool
    /// For people; may be empty.
    public var description: String?
    /// 0: no reverse zones; 1: made by MAAS; 2: with RFC 2317 for small ones.
    public var rdnsMode: Int?
    /// Whether machines there may ask MAAS's DNS.
    public var allowDNS: Bool?
    /// Whether machines there may use MAAS's proxy.
    public var allowProxy: Bool?
    /// Whether MAAS looks for hosts there.
    public var activeDiscovery: Bool?
    /// What does not boot from the network there.
    public var disabledBootArchitectures: [String]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, name: String, cidr: String, vlan: VLAN, gatewayIP: String? = nil, dnsServers: [String] = [],
        space: String? = nil, managed: Bool, description: String? = nil, rdnsMode: Int? = nil, allowDNS: Bool? = nil,
        allowProxy: Bool? = nil, activeDiscovery: Bool? = nil, disabledBootArchitectures: [String]? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.name = name
        self.cidr = cidr
        self.vlan = vlan
        self.gatewayIP = gatewayIP
        self.dnsServers = dnsServers
        self.space = space
        self.managed = managed
        self.description = description
        self.rdnsMode = rdnsMode
        self.allowDNS = allowDNS
        self.allowProxy = allowProxy
        self.activeDiscovery = activeDiscovery
        self.disabledBootArchitectures = disabledBootArchitectures
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        name = try reader.value("name")
        cidr = try reader.value("cidr")
        vlan = try reader.value("vlan")
        gatewayIP = try reader.optional("gateway_ip")
        dnsServers = try reader.optional("dns_servers") ?? []
        space = try reader.optional("space")
        managed = try reader.value("managed")
        description = try reader.optional("description")
        rdnsMode = try reader.optional("rdns_mode")
        allowDNS = try reader.optional("allow_dns")
        allowProxy = try reader.optional("allow_proxy")
        activeDiscovery = try reader.optional("active_discovery")
        disabledBootArchitectures = try reader.optional("disabled_boot_architectures")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("name", name)
        try writer.write("cidr", cidr)
        try writer.write("vlan", vlan)
        try writer.write("gateway_ip", gatewayIP)
        try writer.write("dns_servers", dnsServers)
        try writer.write("space", space)
        try writer.write("managed", managed)
        try writer.write("description", description)
        try writer.write("rdns_mode", rdnsMode)
        try writer.write("allow_dns", allowDNS)
        try writer.write("allow_proxy", allowProxy)
        try writer.write("active_discovery", activeDiscovery)
        try writer.write("disabled_boot_architectures", disabledBootArchitectures)
    }
}
