// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST nodes/{system_id}/interfaces/?op=create_vlan`: create a VLAN interface.
public struct VLANInterfaceCreation: OperationParameters {
    /// Interface id.
    public var parent: Int
    /// Id of a tagged VLAN.
    public var vlan: Int
    /// Name.
    public var name: String?
    /// List parted by commas.
    public var tags: [String]?
    /// Bytes, 552 or more.
    public var mtu: Int?
    /// Nullable boolean.
    public var acceptRA: Bool?
    /// Whether a cable is plugged in.
    public var linkConnected: Bool?
    /// Mbit/s that the card can do.
    public var interfaceSpeed: Int?
    /// Mbit/s of the link.
    public var linkSpeed: Int?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `parent`, `vlan`.
    public init(
        parent: Int, vlan: Int, name: String? = nil, tags: [String]? = nil, mtu: Int? = nil, acceptRA: Bool? = nil,
        linkConnected: Bool? = nil, interfaceSpeed: Int? = nil, linkSpeed: Int? = nil
    ) {
        self.parent = parent
        self.vlan = vlan
        self.name = name
        self.tags = tags
        self.mtu = mtu
        self.acceptRA = acceptRA
        self.linkConnected = linkConnected
        self.interfaceSpeed = interfaceSpeed
        self.linkSpeed = linkSpeed
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("parent", parent)
        params.set("vlan", vlan)
        params.set("name", name)
        params.set("tags", joined: tags)
        params.set("mtu", mtu)
        params.set("accept_ra", acceptRA)
        params.set("link_connected", linkConnected)
        params.set("interface_speed", interfaceSpeed)
        params.set("link_speed", linkSpeed)
        params.merge(others)
        return params
    }
}
