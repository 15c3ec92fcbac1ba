// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST dnsresources/`: create a DNS resource.
public struct DNSResourceCreation: OperationParameters {
    /// Whole name.
    public var fqdn: String?
    /// Label.
    public var name: String?
    /// Id or name.
    public var domain: String?
    /// Seconds.
    public var addressTTL: Int?
    /// Addresses or their ids, parted by blanks or commas.
    public var ipAddresses: [String]?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        fqdn: String? = nil, name: String? = nil, domain: String? = nil, addressTTL: Int? = nil,
        ipAddresses: [String]? = nil
    ) {
        self.fqdn = fqdn
        self.name = name
        self.domain = domain
        self.addressTTL = addressTTL
        self.ipAddresses = ipAddresses
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("fqdn", fqdn)
        params.set("name", name)
        params.set("domain", domain)
        params.set("address_ttl", addressTTL)
        params.set("ip_addresses", joined: ipAddresses)
        params.merge(others)
        return params
    }
}
