// Written by script/generate-client.py; change Description/objects.json instead.

/// A device: a node with addresses that MAAS does not deploy.
public struct Device: MAASObject {
    /// MAAS's name for the device, which never changes.
    public var systemID: String
    /// Without its domain.
    public var hostname: String
    /// Host name and domain.
    public var fqdn: String?
    /// The DNS domain that it is in.
    public var domain: Domain?
    /// Where it stands.
    public var zone: Zone?
    /// Whose it is.
    public var owner: String?
    /// What its owner noted on it.
    public var ownerData: [String: String]?
    /// The system id of the machine that it belongs to.
    public var parent: String?
    /// For people.
    public var description: String?
    /// The names of its tags.
    public var tagNames: [String]?
    /// Its addresses.
    public var ipAddresses: [String]?
    /// Its interfaces.
    public var interfaceSet: [Interface]?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        systemID: String, hostname: String, fqdn: String? = nil, domain: Domain? = nil, zone: Zone? = nil,
        owner: String? = nil, ownerData: [String: String]? = nil, parent: String? = nil, description: String? = nil,
        tagNames: [String]? = nil, ipAddresses: [String]? = nil, interfaceSet: [Interface]? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.systemID = systemID
        self.hostname = hostname
        self.fqdn = fqdn
        self.domain = domain
        self.zone = zone
        self.owner = owner
        self.ownerData = ownerData
        self.parent = parent
        self.description = description
        self.tagNames = tagNames
        self.ipAddresses = ipAddresses
        self.interfaceSet = interfaceSet
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        systemID = try reader.value("system_id")
        hostname = try reader.value("hostname")
        fqdn = try reader.optional("fqdn")
        domain = try reader.optional("domain")
        zone = try reader.optional("zone")
        owner = try reader.optional("owner")
        ownerData = try reader.optional("owner_data")
        parent = try reader.optional("parent")
        description = try reader.optional("description")
        tagNames = try reader.optional("tag_names")
        ipAddresses = try reader.optional("ip_addresses")
        interfaceSet = try reader.optional("interface_set")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("system_id", systemID)
        try writer.write("hostname", hostname)
        try writer.write("fqdn", fqdn)
        try writer.write("domain", domain)
        try writer.write("zone", zone)
        try writer.write("owner", owner)
        try writer.write("owner_data", ownerData)
        try writer.write("parent", parent)
        try writer.write("description", description)
        try writer.write("tag_names", tagNames)
        try writer.write("ip_addresses", ipAddresses)
        try writer.write("interface_set", interfaceSet)
    }
}
