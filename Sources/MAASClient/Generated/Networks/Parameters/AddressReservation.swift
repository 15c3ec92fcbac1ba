// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST ipaddresses/?op=reserve`: set an address aside.
public struct AddressReservation: OperationParameters {
    /// Id or specifier.
    public var subnet: Int?
    /// Address.
    public var ip: String?
    /// Address.
    public var ipAddress: String?
    /// DNS name.
    public var hostname: String?
    /// MAC address.
    public var mac: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        subnet: Int? = nil, ip: String? = nil, ipAddress: String? = nil, hostname: String? = nil, mac: String? = nil
    ) {
        self.subnet = subnet
        self.ip = ip
        self.ipAddress = ipAddress
        self.hostname = hostname
        self.mac = mac
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("subnet", subnet)
        params.set("ip", ip)
        params.set("ip_address", ipAddress)
        params.set("hostname", hostname)
        params.set("mac", mac)
        params.merge(others)
        return params
    }
}
