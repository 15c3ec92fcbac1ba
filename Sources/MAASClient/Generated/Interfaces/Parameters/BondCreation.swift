// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST nodes/{system_id}/interfaces/?op=create_bond`: create a bond interface.
public struct BondCreation: OperationParameters {
    /// Name.
    public var name: String
    /// Interface ids, repeated.
    public var parents: [Int]
    /// MAC address.
    public var macAddress: String?
    /// List parted by commas.
    public var tags: [String]?
    /// VLAN id.
    public var vlan: Int?
    /// Bytes, 552 or more.
    public var mtu: Int?
    /// Nullable boolean.
    public var acceptRA: Bool?
    /// How the bond works.
    public var bondMode: String?
    /// Milliseconds between link checks.
    public var bondMiimon: Int?
    /// Milliseconds.
    public var bondDowndelay: Int?
    /// Milliseconds.
    public var bondUpdelay: Int?
    /// Fast or slow.
    public var bondLACPRate: String?
    /// How links are chosen.
    public var bondXmitHashPolicy: String?
    /// 0 to 255.
    public var bondNumGratARP: Int?
    /// Whether a cable is plugged in.
    public var linkConnected: Bool?
    /// Mbit/s that the card can do.
    public var interfaceSpeed: Int?
    /// Mbit/s of the link.
    public var linkSpeed: Int?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `name`, `parents`.
    public init(
        name: String, parents: [Int], macAddress: String? = nil, tags: [String]? = nil, vlan: Int? = nil,
        mtu: Int? = nil, acceptRA: Bool? = nil, bondMode: String? = nil, bondMiimon: Int? = nil,
        bondDowndelay: Int? = nil, bondUpdelay: Int? = nil, bondLACPRate: String? = nil,
        bondXmitHashPolicy: String? = nil, bondNumGratARP: Int? = nil, linkConnected: Bool? = nil,
        interfaceSpeed: Int? = nil, linkSpeed: Int? = nil
    ) {
        self.name = name
        self.parents = parents
        self.macAddress = macAddress
        self.tags = tags
        self.vlan = vlan
        self.mtu = mtu
        self.acceptRA = acceptRA
        self.bondMode = bondMode
        self.bondMiimon = bondMiimon
        self.bondDowndelay = bondDowndelay
        self.bondUpdelay = bondUpdelay
        self.bondLACPRate = bondLACPRate
        self.bondXmitHashPolicy = bondXmitHashPolicy
        self.bondNumGratARP = bondNumGratARP
        self.linkConnected = linkConnected
        self.interfaceSpeed = interfaceSpeed
        self.linkSpeed = linkSpeed
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.add("parents", each: parents)
        params.set("mac_address", macAddress)
        params.set("tags", joined: tags)
        params.set("vlan", vlan)
        params.set("mtu", mtu)
        params.set("accept_ra", acceptRA)
        params.set("bond_mode", bondMode)
        params.set("bond_miimon", bondMiimon)
        params.set("bond_downdelay", bondDowndelay)
        params.set("bond_updelay", bondUpdelay)
        params.set("bond_lacp_rate", bondLACPRate)
        params.set("bond_xmit_hash_policy", bondXmitHashPolicy)
        params.set("bond_num_grat_arp", bondNumGratARP)
        params.set("link_connected", linkConnected)
        params.set("interface_speed", interfaceSpeed)
        params.set("link_speed", linkSpeed)
        params.merge(others)
        return params
    }
}
