// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST dhcp-snippets/`: add a DHCP snippet.
public struct DHCPSnippetCreation: OperationParameters {
    /// Name.
    public var name: String
    /// Text for dhcpd.conf.
    public var value: String
    /// A line about it.
    public var description: String?
    /// Whether it is used.
    public var enabled: Bool?
    /// System id or host name.
    public var node: String?
    /// Subnet it is for.
    public var subnet: Int?
    /// Range in the subnet.
    public var iprange: String?
    /// For every subnet.
    public var globalSnippet: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `name`, `value`.
    public init(
        name: String, value: String, description: String? = nil, enabled: Bool? = nil, node: String? = nil,
        subnet: Int? = nil, iprange: String? = nil, globalSnippet: Bool? = nil
    ) {
        self.name = name
        self.value = value
        self.description = description
        self.enabled = enabled
        self.node = node
        self.subnet = subnet
        self.iprange = iprange
        self.globalSnippet = globalSnippet
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("value", value)
        params.set("description", description)
        params.set("enabled", enabled)
        params.set("node", node)
        params.set("subnet", subnet)
        params.set("iprange", iprange)
        params.set("global_snippet", globalSnippet)
        params.merge(others)
        return params
    }
}
