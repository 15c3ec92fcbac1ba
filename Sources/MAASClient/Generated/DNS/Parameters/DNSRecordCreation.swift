// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST dnsresourcerecords/`: create a DNS record.
public struct DNSRecordCreation: OperationParameters {
    /// Whole name.
    public var fqdn: String?
    /// Label.
    public var name: String?
    /// Id or name.
    public var domain: String?
    /// CNAME, MX, NS, SRV, SSHFP or TXT.
    public var rrtype: String?
    /// Right-hand side.
    public var rrdata: String?
    /// Seconds.
    public var ttl: Int?
    /// TTL of its addresses, seconds.
    public var addressTTL: Int?
    /// Addresses of the name.
    public var ipAddresses: [String]?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        fqdn: String? = nil, name: String? = nil, domain: String? = nil, rrtype: String? = nil, rrdata: String? = nil,
        ttl: Int? = nil, addressTTL: Int? = nil, ipAddresses: [String]? = nil
    ) {
        self.fqdn = fqdn
        self.name = name
        self.domain = domain
        self.rrtype = rrtype
        self.rrdata = rrdata
        self.ttl = ttl
        self.addressTTL = addressTTL
        self.ipAddresses = ipAddresses
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("fqdn", fqdn)
        params.set("name", name)
        params.set("domain", domain)
        params.set("rrtype", rrtype)
        params.set("rrdata", rrdata)
        params.set("ttl", ttl)
        params.set("address_ttl", addressTTL)
        params.add("ip_addresses", each: ipAddresses)
        params.merge(others)
        return params
    }
}
