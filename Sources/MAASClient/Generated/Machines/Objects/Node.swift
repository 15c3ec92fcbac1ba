// Written by script/generate-client.py; change Description/objects.json instead.

/// A node of any kind, with what all kinds have; the rest is among the others.
public struct Node: MAASObject {
    /// MAAS's name for the node, which never changes.
    public var systemID: String
    /// Without its domain.
    public var hostname: String
    /// Host name and domain.
    public var fqdn: String?
    /// MAAS's number for its kind: 0 machine, 1 device, 2 rack controller, 3 region controller, 4 both.
    public var nodeType: Int
    /// The same in words.
    public var nodeTypeName: String?
    /// The DNS domain that it is in.
    public var domain: Domain?
    /// Where it stands.
    public var zone: Zone?
    /// The names of its tags.
    public var tagNames: [String]?
    /// Its addresses.
    public var ipAddresses: [String]?
    /// Its interfaces.
    public var interfaceSet: [Interface]?
    /// For people.
    public var description: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        systemID: String, hostname: String, fqdn: String? = nil, nodeType: Int, nodeTypeName: String? = nil,
        domain: Domain? = nil, zone: Zone? = nil, tagNames: [String]? = nil, ipAddresses: [String]? = nil,
        interfaceSet: [Interface]? = nil, description: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.systemID = systemID
        self.hostname = hostname
        self.fqdn = fqdn
        self.nodeType = nodeType
        self.nodeTypeName = nodeTypeName
        self.domain = domain
        self.zone = zone
        self.tagNames = tagNames
        self.ipAddresses = ipAddresses
        self.interfaceSet = interfaceSet
        self.description = description
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        systemID = try reader.value("system_id")
        hostname = try reader.value("hostname")
        fqdn = try reader.optional("fqdn")
        nodeType = try reader.value("node_type")
        nodeTypeName = try reader.optional("node_type_name")
        domain = try reader.optional("domain")
        zone = try reader.optional("zone")
        tagNames = try reader.optional("tag_names")
        ipAddresses = try reader.optional("ip_addresses")
        interfaceSet = try reader.optional("interface_set")
        description = try reader.optional("description")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("system_id", systemID)
        try writer.write("hostname", hostname)
        try writer.write("fqdn", fqdn)
        try writer.write("node_type", nodeType)
        try writer.write("node_type_name", nodeTypeName)
        try writer.write("domain", domain)
        try writer.write("zone", zone)
        try writer.write("tag_names", tagNames)
        try writer.write("ip_addresses", ipAddresses)
        try writer.write("interface_set", interfaceSet)
        try writer.write("description", description)
    }
}
