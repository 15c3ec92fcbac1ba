// Written by script/generate-client.py; change Description/objects.json instead.

/// A subnet as MAAS 1 had it.
public struct Network: MAASObject {
    /// `subnet-` and the id.
    public var name: String
    /// Its network address.
    public var ip: String
    /// Such as `255.255.255.0`.
    public var netmask: String
    /// Its VID.
    public var vlanTag: Int?
    /// The subnet's name.
    public var description: String?
    /// Its gateway.
    public var defaultGateway: String?
    /// Its DNS servers.
    public var dnsServers: [String]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        name: String, ip: String, netmask: String, vlanTag: Int? = nil, description: String? = nil,
        defaultGateway: String? = nil, dnsServers: [String]? = nil, others: [String: JSONValue] = [:]
    ) {
        self.name = name
        self.ip = ip
        self.netmask = netmask
        self.vlanTag = vlanTag
        self.description = description
        self.defaultGateway = defaultGateway
        self.dnsServers = dnsServers
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        name = try reader.value("name")
        ip = try reader.value("ip")
        netmask = try reader.value("netmask")
        vlanTag = try reader.optional("vlan_tag")
        description = try reader.optional("description")
        defaultGateway = try reader.optional("default_gateway")
        dnsServers = try reader.optional("dns_servers")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("name", name)
        try writer.write("ip", ip)
        try writer.write("netmask", netmask)
        try writer.write("vlan_tag", vlanTag)
        try writer.write("description", description)
        try writer.write("default_gateway", defaultGateway)
        try writer.write("dns_servers", dnsServers)
    }
}
