// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT nodes/{system_id}/interfaces/{id}/`: update an interface.
public struct InterfaceUpdate: OperationParameters {
    /// Name.
    public var name: String?
    /// MAC address.
    public var macAddress: String?
    /// List parted by commas.
    public var tags: [String]?
    /// VLAN id, empty to disconnect.
    public var vlan: Int?
    /// Bytes, 552 or more.
    public var mtu: Int?
    /// Nullable boolean.
    public var acceptRA: Bool?
    /// Nullable boolean.
    public var enabled: Bool?
    /// Index.
    public var numaNode: Int?
    /// Boolean.
    public var linkConnected: Bool?
    /// Mbit/s.
    public var interfaceSpeed: Int?
    /// Mbit/s.
    public var linkSpeed: Int?
    /// Interface ids of bonds and bridges.
    public var parents: [Int]?
    /// Interface id of a VLAN interface.
    public var parent: Int?
    /// Bonds.
    public var bondMode: String?
    /// Bonds.
    public var bondMiimon: Int?
    /// Bonds.
    public var bondDowndelay: Int?
    /// Bonds.
    public var bondUpdelay: Int?
    /// Bonds.
    public var bondLACPRate: String?
    /// Bonds.
    public var bondXmitHashPolicy: String?
    /// Bonds.
    public var bondNumGratARP: Int?
    /// Bridges.
    public var bridgeType: String?
    /// Bridges.
    public var bridgeSTP: Bool?
    /// Bridges.
    public var bridgeFD: Int?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        name: String? = nil, macAddress: String? = nil, tags: [String]? = nil, vlan: Int? = nil, mtu: Int? = nil,
        acceptRA: Bool? = nil, enabled: Bool? = nil, numaNode: Int? = nil, linkConnected: Bool? = nil,
        interfaceSpeed: Int? = nil, linkSpeed: Int? = nil, parents: [Int]? = nil, parent: Int? = nil,
        bondMode: String? = nil, bondMiimon: Int? = nil, bondDowndelay: Int? = nil, bondUpdelay: Int? = nil,
        bondLACPRate: String? = nil, bondXmitHashPolicy: String? = nil, bondNumGratARP: Int? = nil,
        bridgeType: String? = nil, bridgeSTP: Bool? = nil, bridgeFD: Int? = nil
    ) {
        self.name = name
        self.macAddress = macAddress
        self.tags = tags
        self.vlan = vlan
        self.mtu = mtu
        self.acceptRA = acceptRA
        self.enabled = enabled
        self.numaNode = numaNode
        self.linkConnected = linkConnected
        self.interfaceSpeed = interfaceSpeed
        self.linkSpeed = linkSpeed
        self.parents = parents
        self.parent = parent
        self.bondMode = bondMode
        self.bondMiimon = bondMiimon
        self.bondDowndelay = bondDowndelay
        self.bondUpdelay = bondUpdelay
        self.bondLACPRate = bondLACPRate
        self.bondXmitHashPolicy = bondXmitHashPolicy
        self.bondNumGratARP = bondNumGratARP
        self.bridgeType = bridgeType
        self.bridgeSTP = bridgeSTP
        self.bridgeFD = bridgeFD
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("mac_address", macAddress)
        params.set("tags", joined: tags)
        params.set("vlan", vlan)
        params.set("mtu", mtu)
        params.set("accept_ra", acceptRA)
        params.set("enabled", enabled)
        params.set("numa_node", numaNode)
        params.set("link_connected", linkConnected)
        params.set("interface_speed", interfaceSpeed)
        params.set("link_speed", linkSpeed)
        params.add("parents", each: parents)
        params.set("parent", parent)
        params.set("bond_mode", bondMode)
        params.set("bond_miimon", bondMiimon)
        params.set("bond_downdelay", bondDowndelay)
        params.set("bond_updelay", bondUpdelay)
        params.set("bond_lacp_rate", bondLACPRate)
        params.set("bond_xmit_hash_policy", bondXmitHashPolicy)
        params.set("bond_num_grat_arp", bondNumGratARP)
        params.set("bridge_type", bridgeType)
        params.set("bridge_stp", bridgeSTP)
        params.set("bridge_fd", bridgeFD)
        params.merge(others)
        return params
    }
}
