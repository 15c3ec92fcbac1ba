// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT ipranges/{id}/`: update an IP range.
public struct IPRangeUpdate: OperationParameters {
    /// Dynamic or reserved.
    public var type: IPRangeType?
    /// First address.
    public var startIP: String?
    /// Last address.
    public var endIP: String?
    /// Subnet id, found by the address without it.
    public var subnet: Int?
    /// A line about it.
    public var comment: String?
    /// Whose it is.
    public var user: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        type: IPRangeType? = nil, startIP: String? = nil, endIP: String? = nil, subnet: Int? = nil,
        comment: String? = nil, user: String? = nil
    ) {
        self.type = type
        self.startIP = startIP
        self.endIP = endIP
        self.subnet = subnet
        self.comment = comment
        self.user = user
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("type", type)
        params.set("start_ip", startIP)
        params.set("end_ip", endIP)
        params.set("subnet", subnet)
        params.set("comment", comment)
        params.set("user", user)
        params.merge(others)
        return params
    }
}
