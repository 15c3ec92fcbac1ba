// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST machines/?op=add_chassis`: add the machines of a chassis.
public struct Chassis: OperationParameters {
    /// Kind of chassis.
    public var chassisType: String
    /// Its address.
    public var hostname: String
    /// User.
    public var username: String?
    /// Password.
    public var password: String?
    /// `true` commissions them.
    public var acceptAll: Bool?
    /// Domain, by id or name.
    public var domain: String?
    /// Only machines whose names begin so.
    public var prefixFilter: String?
    /// Ipmi, restapi or restapi2.
    public var powerControl: String?
    /// Port.
    public var port: Int?
    /// Http or https.
    public var `protocol`: String?
    /// Of Proxmox.
    public var tokenName: String?
    /// Of Proxmox.
    public var tokenSecret: String?
    /// Whether certificates are checked.
    public var verifySSL: Bool?
    /// Which rack asks it.
    public var rackController: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `chassisType`, `hostname`.
    public init(
        chassisType: String, hostname: String, username: String? = nil, password: String? = nil, acceptAll: Bool? = nil,
        domain: String? = nil, prefixFilter: String? = nil, powerControl: String? = nil, port: Int? = nil,
        protocol: String? = nil, tokenName: String? = nil, tokenSecret: String? = nil, verifySSL: Bool? = nil,
        rackController: String? = nil
    ) {
        self.chassisType = chassisType
        self.hostname = hostname
        self.username = username
        self.password = password
        self.acceptAll = acceptAll
        self.domain = domain
        self.prefixFilter = prefixFilter
        self.powerControl = powerControl
        self.port = port
        self.protocol = `protocol`
        self.tokenName = tokenName
        self.tokenSecret = tokenSecret
        self.verifySSL = verifySSL
        self.rackController = rackController
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("chassis_type", chassisType)
        params.set("hostname", hostname)
        params.set("username", username)
        params.set("password", password)
        params.set("accept_all", acceptAll)
        params.set("domain", domain)
        params.set("prefix_filter", prefixFilter)
        params.set("power_control", powerControl)
        params.set("port", port)
        params.set("protocol", `protocol`)
        params.set("token_name", tokenName)
        params.set("token_secret", tokenSecret)
        params.set("verify_ssl", verifySSL)
        params.set("rack_controller", rackController)
        params.merge(others)
        return params
    }
}
