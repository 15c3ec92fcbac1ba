// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST nodes/{system_id}/interfaces/?op=create_physical`: create a physical interface.
public struct PhysicalInterfaceCreation: OperationParameters {
    /// MAC address.
    public var macAddress: String
    /// Name, the next ethN without it.
    public var name: String?
    /// VLAN id.
    public var vlan: Int?
    /// List parted by commas.
    public var tags: [String]?
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
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `macAddress`.
    public init(
        macAddress: String, name: String? = nil, vlan: Int? = nil, tags: [String]? = nil, mtu: Int? = nil,
        acceptRA: Bool? = nil, enabled: Bool? = nil, numaNode: Int? = nil, linkConnected: Bool? = nil,
        interfaceSpeed: Int? = nil, linkSpeed: Int? = nil
    ) {
        self.macAddress = macAddress
        self.name = name
        self.vlan = vlan
        self.tags = tags
        self.mtu = mtu
        self.acceptRA = acceptRA
        self.enabled = enabled
        self.numaNode = numaNode
        self.linkConnected = linkConnected
        self.interfaceSpeed = interfaceSpeed
        self.linkSpeed = linkSpeed
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("mac_address", macAddress)
        params.set("name", name)
        params.set("vlan", vlan)
        params.set("tags", joined: tags)
        params.set("mtu", mtu)
        params.set("accept_ra", acceptRA)
        params.set("enabled", enabled)
        params.set("numa_node", numaNode)
        params.set("link_connected", linkConnected)
        params.set("interface_speed", interfaceSpeed)
        params.set("link_speed", linkSpeed)
        params.merge(others)
        return params
    }
}
