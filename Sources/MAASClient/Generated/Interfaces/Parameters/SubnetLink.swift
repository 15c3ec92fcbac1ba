// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST nodes/{system_id}/interfaces/{id}/?op=link_subnet`: link an interface to a subnet.
public struct SubnetLink: OperationParameters {
    /// Auto, dhcp, static or link_up.
    public var mode: LinkMode
    /// Id or specifier.
    public var subnet: Int?
    /// Address for static.
    public var ipAddress: String?
    /// Make its gateway the node's.
    public var defaultGateway: Bool?
    /// Drop other links first.
    public var force: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `mode`.
    public init(
        mode: LinkMode, subnet: Int? = nil, ipAddress: String? = nil, defaultGateway: Bool? = nil, force: Bool? = nil
    ) {
        self.mode = mode
        self.subnet = subnet
        self.ipAddress = ipAddress
        self.defaultGateway = defaultGateway
        self.force = force
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("mode", mode)
        params.set("subnet", subnet)
        params.set("ip_address", ipAddress)
        params.set("default_gateway", defaultGateway)
        params.set("force", force)
        params.merge(others)
        return params
    }
}
