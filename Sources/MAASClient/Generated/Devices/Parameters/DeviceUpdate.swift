// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT devices/{system_id}/`: change a device.
public struct DeviceUpdate: OperationParameters {
    /// Host name; made up when missing.
    public var hostname: String?
    /// A line about it.
    public var description: String?
    /// Name or id of its domain.
    public var domain: String?
    /// Name of its zone.
    public var zone: String?
    /// System id of the machine it belongs to.
    public var parent: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        hostname: String? = nil, description: String? = nil, domain: String? = nil, zone: String? = nil,
        parent: String? = nil
    ) {
        self.hostname = hostname
        self.description = description
        self.domain = domain
        self.zone = zone
        self.parent = parent
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("hostname", hostname)
        params.set("description", description)
        params.set("domain", domain)
        params.set("zone", zone)
        params.set("parent", parent)
        params.merge(others)
        return params
    }
}
