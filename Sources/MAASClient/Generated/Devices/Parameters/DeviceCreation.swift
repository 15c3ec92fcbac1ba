// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST devices/`: add a device.
public struct DeviceCreation: OperationParameters {
    /// MAC addresses, repeated.
    public var macAddresses: [String]
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

    /// What is left out is MAAS's choice; it needs `macAddresses`.
    public init(
        macAddresses: [String], hostname: String? = nil, description: String? = nil, domain: String? = nil,
        zone: String? = nil, parent: String? = nil
    ) {
        self.macAddresses = macAddresses
        self.hostname = hostname
        self.description = description
        self.domain = domain
        self.zone = zone
        self.parent = parent
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.add("mac_addresses", each: macAddresses)
        params.set("hostname", hostname)
        params.set("description", description)
        params.set("domain", domain)
        params.set("zone", zone)
        params.set("parent", parent)
        params.merge(others)
        return params
    }
}
