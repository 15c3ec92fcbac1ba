// Written by script/generate-client.py; change Description/objects.json instead.

/// A network interface of a node (MAAS: nodes/{system_id}/interfaces/{id}/).
public struct Interface: MAASObject {
    /// Names the interface in paths, as its name does.
    public var id: Int
    /// The node it belongs to; `nil` for one that belongs to none, as behind a reserved address.
    public var systemID: String?
    /// Such as `eth0`; on a VLAN `eth0.10`.
    public var name: String
    /// What it is. The seed's `ethernet` is `physical` here.
    public var type: InterfaceType
    /// False leaves it out of the network configuration that a deployment writes.
    public var enabled: Bool
    /// Lower case, with colons; `nil` for interfaces that have none of their own.
    public var macAddress: String?
    /// `nil` when the interface is disconnected.
    public var vlan: VLAN?
    /// How it is connected: while it is enabled and in a VLAN, at least `link_up`.
    public var links: [Link]
    /// `nil` for interfaces whose addresses MAAS does not look for.
    public var discovered: [DiscoveredAddress]?
    /// Names of the interfaces below this one.
    public var parents: [String]
    /// Names of the interfaces on top of this one.
    public var children: [String]
    /// Words that constraints of an allocation may ask for, such as `sriov`.
    public var tags: [String]
    /// Bytes; the VLAN's unless the interface or its parent says otherwise.
    public var effectiveMTU: Int?
    /// What bonds, bridges and MTUs were set to.
    public var params: JSONValue?
    /// Who made the card.
    public var vendor: String?
    /// The card.
    public var product: String?
    /// The card's.
    public var firmwareVersion: String?
    /// Whether a cable was seen.
    public var linkConnected: Bool?
    /// Mbit/s that the card can do; 0 where that is not known.
    public var interfaceSpeed: Int?
    /// Mbit/s of the cable; 0 where that is not known.
    public var linkSpeed: Int?
    /// The index of the NUMA node that it is attached to.
    public var numaNode: Int?
    /// How many virtual functions the card can have.
    public var sriovMaxVf: Int?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        id: Int, systemID: String? = nil, name: String, type: InterfaceType, enabled: Bool, macAddress: String? = nil,
        vlan: VLAN? = nil, links: [Link], discovered: [DiscoveredAddress]? = nil, parents: [String], children: [String],
        tags: [String], effectiveMTU: Int? = nil, params: JSONValue? = nil, vendor: String? = nil,
        product: String? = nil, firmwareVersion: String? = nil, linkConnected: Bool? = nil, interfaceSpeed: Int? = nil,
        linkSpeed: Int? = nil, numaNode: Int? = nil, sriovMaxVf: Int? = nil, others: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.systemID = systemID
        self.name = name
        self.type = type
        self.enabled = enabled
        self.macAddress = macAddress
        self.vlan = vlan
        self.links = links
        self.discovered = discovered
        self.parents = parents
        self.children = children
        self.tags = tags
        self.effectiveMTU = effectiveMTU
        self.params = params
        self.vendor = vendor
        self.product = product
        self.firmwareVersion = firmwareVersion
        self.linkConnected = linkConnected
        self.interfaceSpeed = interfaceSpeed
        self.linkSpeed = linkSpeed
        self.numaNode = numaNode
        self.sriovMaxVf = sriovMaxVf
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        id = try reader.value("id")
        systemID = try reader.optional("system_id")
        name = try reader.value("name")
        type = try reader.value("type")
        enabled = try reader.value("enabled")
        macAddress = try reader.optional("mac_address")
        vlan = try reader.optional("vlan")
        links = try reader.value("links")
        discovered = try reader.optional("discovered")
        parents = try reader.value("parents")
        children = try reader.value("children")
        tags = try reader.value("tags")
        effectiveMTU = try reader.optional("effective_mtu")
        params = try reader.optional("params")
        vendor = try reader.optional("vendor")
        product = try reader.optional("product")
        firmwareVersion = try reader.optional("firmware_version")
        linkConnected = try reader.optional("link_connected")
        interfaceSpeed = try reader.optional("interface_speed")
        linkSpeed = try reader.optional("link_speed")
        numaNode = try reader.optional("numa_node")
        sriovMaxVf = try reader.optional("sriov_max_vf")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("id", id)
        try writer.write("system_id", systemID)
        try writer.write("name", name)
        try writer.write("type", type)
        try writer.write("enabled", enabled)
        try writer.write("mac_address", macAddress)
        try writer.write("vlan", vlan)
        try writer.write("links", links)
        try writer.write("discovered", discovered)
        try writer.write("parents", parents)
        try writer.write("children", children)
        try writer.write("tags", tags)
        try writer.write("effective_mtu", effectiveMTU)
        try writer.write("params", params)
        try writer.write("vendor", vendor)
        try writer.write("product", product)
        try writer.write("firmware_version", firmwareVersion)
        try writer.write("link_connected", linkConnected)
        try writer.write("interface_speed", interfaceSpeed)
        try writer.write("link_speed", linkSpeed)
        try writer.write("numa_node", numaNode)
        try writer.write("sriov_max_vf", sriovMaxVf)
    }
}
