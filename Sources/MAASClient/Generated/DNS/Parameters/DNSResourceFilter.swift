// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `GET dnsresources/`: list DNS resources.
public struct DNSResourceFilter: OperationParameters {
    /// Whole name.
    public var fqdn: String?
    /// Label.
    public var name: String?
    /// Id or name.
    public var domain: String?
    /// Record type.
    public var rrtype: String?
    /// Also what MAAS serves by itself.
    public var all: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        fqdn: String? = nil, name: String? = nil, domain: String? = nil, rrtype: String? = nil, all: Bool? = nil
    ) {
        self.fqdn = fqdn
        self.name = name
        self.domain = domain
        self.rrtype = rrtype
        self.all = all
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("fqdn", fqdn)
        params.set("name", name)
        params.set("domain", domain)
        params.set("rrtype", rrtype)
        params.set("all", all)
        params.merge(others)
        return params
    }
}
