// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST ipranges/`: create an IP range.
public struct IPRangeCreation: OperationParameters {
    /// Dynamic or reserved.
    public var type: IPRangeType
    /// First address.
    public var startIP: String
    /// Last address.
    public var endIP: String
    /// Subnet id, found by the address without it.
    public var subnet: Int?
    /// A line about it.
    public var comment: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `type`, `startIP`, `endIP`.
    public init(type: IPRangeType, startIP: String, endIP: String, subnet: Int? = nil, comment: String? = nil) {
        self.type = type
        self.startIP = startIP
        self.endIP = endIP
        self.subnet = subnet
        self.comment = comment
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("type", type)
        params.set("start_ip", startIP)
        params.set("end_ip", endIP)
        params.set("subnet", subnet)
        params.set("comment", comment)
        params.merge(others)
        return params
    }
}
