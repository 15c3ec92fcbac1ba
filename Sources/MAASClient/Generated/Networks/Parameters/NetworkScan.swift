// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST discovery/?op=scan`: scan subnets.
public struct NetworkScan: OperationParameters {
    /// Networks, repeated; all without it.
    public var cidr: [String]?
    /// Needed to scan all.
    public var force: Bool?
    /// Not nmap.
    public var alwaysUsePing: Bool?
    /// Nine packets a second.
    public var slow: Bool?
    /// Number of threads.
    public var threads: Int?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        cidr: [String]? = nil, force: Bool? = nil, alwaysUsePing: Bool? = nil, slow: Bool? = nil, threads: Int? = nil
    ) {
        self.cidr = cidr
        self.force = force
        self.alwaysUsePing = alwaysUsePing
        self.slow = slow
        self.threads = threads
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.add("cidr", each: cidr)
        params.set("force", force)
        params.set("always_use_ping", alwaysUsePing)
        params.set("slow", slow)
        params.set("threads", threads)
        params.merge(others)
        return params
    }
}
