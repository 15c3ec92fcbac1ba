// Written by script/generate-client.py; change Description/objects.json instead.

/// A VLAN.
public struct VLAN: MAASObject {
    /// Names the VLAN in MAAS; unlike the VID it is the VLAN's alone.
    public var id: Int
    /// 0 for the untagged VLAN of a fabric.
    public var vid: Int
    /// `untagged` for the one that comes with a fabric; `nil` for others that nobody gave a name.
    public var name: String?
    /// The name of the fabric.
    public var fabric: String
    /// The id of the fabric. A VID is unique only within one.
    public var fabricID: Int
    /// Bytes that a frame may carry.
    public var mtu: Int
    /// True when MAAS serves DHCP there.
    public var dhcpOn: Bool
    /// The space's name, or `undefined`.
    public var space: String?
    /// The system id of the rack controller that serves DHCP.
    public var primaryRack: String?
    /// The system id of the one that stands in for it.
    public var secondaryRack: String?
    /// The address of a DHCP server that is not MAAS's, if one was seen.
    public var externalDHCP: String?
    /// The VLAN whose DHCP server answers here.
    public var relayVLAN: JSONValue?
    /// For people; some versions leave it out.
    public var description: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, vid: Int, name: String? = nil, fabric: String, fabricID: Int, mtu: Int, dhcpOn: Bool,
        space: String? = nil, primaryRack: String? = nil, secondaryRack: String? = nil, externalDHCP: String? = nil,
        relayVLAN: JSONValue? = nil, description: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.vid = vid
        self.name = name
        self.fabric = fabric
        self.fabricID = fabricID
        self.mtu = mtu
        self.dhcpOn = dhcpOn
        self.space = space
        self.primaryRack = primaryRack
        self.secondaryRack = secondaryRack
        self.externalDHCP = externalDHCP
        self.relayVLAN = relayVLAN
        self.description = description
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        vid = try reader.value("vid")
        name = try reader.optional("name")
        fabric = try reader.value("fabric")
        fabricID = try reader.value("fabric_id")
        mtu = try reader.value("mtu")
        dhcpOn = try reader.value("dhcp_on")
        space = try reader.optional("space")
        primaryRack = try reader.optional("primary_rack")
        secondaryRack = try reader.optional("secondary_rack")
        externalDHCP = try reader.optional("external_dhcp")
        relayVLAN = try reader.optional("relay_vlan")
        description = try reader.optional("description")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("vid", vid)
        try writer.write("name", name)
        try writer.write("fabric", fabric)
        try writer.write("fabric_id", fabricID)
        try writer.write("mtu", mtu)
        try writer.write("dhcp_on", dhcpOn)
        try writer.write("space", space)
        try writer.write("primary_rack", primaryRack)
        try writer.write("secondary_rack", secondaryRack)
        try writer.write("external_dhcp", externalDHCP)
        try writer.write("relay_vlan", relayVLAN)
        try writer.write("description", description)
    }
}
