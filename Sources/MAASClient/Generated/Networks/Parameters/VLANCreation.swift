// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST fabrics/{fabric_id}/vlans/`: create a VLAN.
public struct VLANCreation: OperationParameters {
    /// 0 to 4094.
    public var vid: Int
    /// Name.
    public var name: String?
    /// A line about it.
    public var description: String?
    /// Bytes, 552 to 65535.
    public var mtu: Int?
    /// Boolean.
    public var dhcpOn: Bool?
    /// System id or host name.
    public var primaryRack: String?
    /// System id or host name.
    public var secondaryRack: String?
    /// Id of the VLAN whose DHCP server answers here.
    public var relayVLAN: Int?
    /// Id or name.
    public var space: String?
    /// Id or name, to move it.
    public var fabric: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `vid`.
    public init(
        vid: Int, name: String? = nil, description: String? = nil, mtu: Int? = nil, dhcpOn: Bool? = nil,
        primaryRack: String? = nil, secondaryRack: String? = nil, relayVLAN: Int? = nil, space: String? = nil,
        fabric: String? = nil
    ) {
        self.vid = vid
        self.name = name
        self.description = description
        self.mtu = mtu
        self.dhcpOn = dhcpOn
        self.primaryRack = primaryRack
        self.secondaryRack = secondaryRack
        self.relayVLAN = relayVLAN
        self.space = space
        self.fabric = fabric
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("vid", vid)
        params.set("name", name)
        params.set("description", description)
        params.set("mtu", mtu)
        params.set("dhcp_on", dhcpOn)
        params.set("primary_rack", primaryRack)
        params.set("secondary_rack", secondaryRack)
        params.set("relay_vlan", relayVLAN)
        params.set("space", space)
        params.set("fabric", fabric)
        params.merge(others)
        return params
    }
}
