// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST nodes/{system_id}/interfaces/?op=create_bridge`: create a bridge interface.
public struct BridgeCreation: OperationParameters {
    /// Name.
    public var name: String?
    /// Interface id.
    public var parent: Int?
    /// Interface ids, repeated; since 3.8.
    public var parents: [Int]?
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
    /// Standard or ovs.
    public var bridgeType: String?
    /// Nullable boolean.
    public var bridgeSTP: Bool?
    /// Forward delay in seconds.
    public var bridgeFD: Int?
    /// Whether a cable is plugged in.
    public var linkConnected: Bool?
    /// Mbit/s that the card can do.
    public var interfaceSpeed: Int?
    /// Mbit/s of the link.
    public var linkSpeed: Int?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        name: String? = nil, parent: Int? = nil, parents: [Int]? = nil, macAddress: String? = nil,
        tags: [String]? = nil, vlan: Int? = nil, mtu: Int? = nil, acceptRA: Bool? = nil, bridgeType: String? = nil,
        bridgeSTP: Bool? = nil, bridgeFD: Int? = nil, linkConnected: Bool? = nil, interfaceSpeed: Int? = nil,
        linkSpeed: Int? = nil
    ) {
        self.name = name
        self.parent = parent
        self.parents = parents
        self.macAddress = macAddress
        self.tags = tags
        self.vlan = vlan
        self.mtu = mtu
        self.acceptRA = acceptRA
        self.bridgeType = bridgeType
        self.bridgeSTP = bridgeSTP
        self.bridgeFD = bridgeFD
        self.linkConnected = linkConnected
        self.interfaceSpeed = interfaceSpeed
        self.linkSpeed = linkSpeed
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("parent", parent)
        params.add("parents", each: parents)
        params.set("mac_address", macAddress)
        params.set("tags", joined: tags)
        params.set("vlan", vlan)
        params.set("mtu", mtu)
        params.set("accept_ra", acceptRA)
        params.set("bridge_type", bridgeType)
        params.set("bridge_stp", bridgeSTP)
        params.set("bridge_fd", bridgeFD)
        params.set("link_connected", linkConnected)
        params.set("interface_speed", interfaceSpeed)
        params.set("link_speed", linkSpeed)
        params.merge(others)
        return params
    }
}
