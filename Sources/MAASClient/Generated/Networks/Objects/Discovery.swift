// Written by script/generate-client.py; change Description/objects.json instead.

/// A host that was seen.
public struct Discovery: MAASObject {
    /// Names it in paths.
    public var discoveryID: String
    /// Its address.
    public var ip: String
    /// Its MAC address.
    public var macAddress: String
    /// Who made the card.
    public var macOrganization: String?
    /// A name that it announced.
    public var hostname: String?
    /// Where it was seen.
    public var fabricName: String?
    /// The VID it was seen on; `nil` for none.
    public var vid: Int?
    /// The subnet that holds its address.
    public var subnet: Subnet?
    /// When it was seen last.
    public var lastSeen: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        discoveryID: String, ip: String, macAddress: String, macOrganization: String? = nil, hostname: String? = nil,
        fabricName: String? = nil, vid: Int? = nil, subnet: Subnet? = nil, lastSeen: String? = nil,
        others: [String: JSONValue] = [:]
    ) {
        self.discoveryID = discoveryID
        self.ip = ip
        self.macAddress = macAddress
        self.macOrganization = macOrganization
        self.hostname = hostname
        self.fabricName = fabricName
        self.vid = vid
        self.subnet = subnet
        self.lastSeen = lastSeen
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        discoveryID = try reader.value("discovery_id")
        ip = try reader.value("ip")
        macAddress = try reader.value("mac_address")
        macOrganization = try reader.optional("mac_organization")
        hostname = try reader.optional("hostname")
        fabricName = try reader.optional("fabric_name")
        vid = try reader.optional("vid")
        subnet = try reader.optional("subnet")
        lastSeen = try reader.optional("last_seen")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("discovery_id", discoveryID)
        try writer.write("ip", ip)
        try writer.write("mac_address", macAddress)
        try writer.write("mac_organization", macOrganization)
        try writer.write("hostname", hostname)
        try writer.write("fabric_name", fabricName)
        try writer.write("vid", vid)
        try writer.write("subnet", subnet)
        try writer.write("last_seen", lastSeen)
    }
}
