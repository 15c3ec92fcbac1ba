// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `GET events/?op=query`: events of nodes, newest first.
public struct EventFilter: OperationParameters {
    /// Host name, repeated.
    public var hostname: [String]?
    /// MAC address, repeated.
    public var macAddress: [String]?
    /// System id, repeated.
    public var id: [String]?
    /// Domain, repeated.
    public var domain: [String]?
    /// Zone.
    public var zone: String?
    /// Resource pool.
    public var pool: String?
    /// Agent name.
    public var agentName: String?
    /// User.
    public var owner: String?
    /// INFO and so on.
    public var level: String?
    /// How many, 100.
    public var limit: Int?
    /// Older than this id.
    public var before: Int?
    /// Newer than this id.
    public var after: Int?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        hostname: [String]? = nil, macAddress: [String]? = nil, id: [String]? = nil, domain: [String]? = nil,
        zone: String? = nil, pool: String? = nil, agentName: String? = nil, owner: String? = nil, level: String? = nil,
        limit: Int? = nil, before: Int? = nil, after: Int? = nil
    ) {
        self.hostname = hostname
        self.macAddress = macAddress
        self.id = id
        self.domain = domain
        self.zone = zone
        self.pool = pool
        self.agentName = agentName
        self.owner = owner
        self.level = level
        self.limit = limit
        self.before = before
        self.after = after
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.add("hostname", each: hostname)
        params.add("mac_address", each: macAddress)
        params.add("id", each: id)
        params.add("domain", each: domain)
        params.set("zone", zone)
        params.set("pool", pool)
        params.set("agent_name", agentName)
        params.set("owner", owner)
        params.set("level", level)
        params.set("limit", limit)
        params.set("before", before)
        params.set("after", after)
        params.merge(others)
        return params
    }
}
