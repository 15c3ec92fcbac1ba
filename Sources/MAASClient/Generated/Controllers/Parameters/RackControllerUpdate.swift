// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT rackcontrollers/{system_id}/`: change a controller.
public struct RackControllerUpdate: OperationParameters {
    /// A line about it.
    public var description: String?
    /// Name.
    public var domain: String?
    /// Name.
    public var zone: String?
    /// Power driver.
    public var powerType: String?
    /// JSON object for the driver.
    public var powerParameters: [String: String]?
    /// Take any parameters.
    public var powerParametersSkipCheck: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        description: String? = nil, domain: String? = nil, zone: String? = nil, powerType: String? = nil,
        powerParameters: [String: String]? = nil, powerParametersSkipCheck: Bool? = nil
    ) {
        self.description = description
        self.domain = domain
        self.zone = zone
        self.powerType = powerType
        self.powerParameters = powerParameters
        self.powerParametersSkipCheck = powerParametersSkipCheck
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("description", description)
        params.set("domain", domain)
        params.set("zone", zone)
        params.set("power_type", powerType)
        params.set(prefix: "power_parameters_", powerParameters)
        params.set("power_parameters_skip_check", powerParametersSkipCheck)
        params.merge(others)
        return params
    }
}
