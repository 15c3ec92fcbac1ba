// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST machines/{system_id}/?op=commission`: look at the hardware anew.
public struct CommissionOptions: OperationParameters {
    /// Stay on for SSH.
    public var enableSSH: Bool?
    /// Leave the BMC.
    public var skipBMCConfig: Bool?
    /// Keep networks.
    public var skipNetworking: Bool?
    /// Keep disks.
    public var skipStorage: Bool?
    /// Names or tags.
    public var commissioningScripts: [String]?
    /// Names or tags.
    public var testingScripts: [String]?
    /// For scripts.
    public var parameters: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        enableSSH: Bool? = nil, skipBMCConfig: Bool? = nil, skipNetworking: Bool? = nil, skipStorage: Bool? = nil,
        commissioningScripts: [String]? = nil, testingScripts: [String]? = nil, parameters: String? = nil
    ) {
        self.enableSSH = enableSSH
        self.skipBMCConfig = skipBMCConfig
        self.skipNetworking = skipNetworking
        self.skipStorage = skipStorage
        self.commissioningScripts = commissioningScripts
        self.testingScripts = testingScripts
        self.parameters = parameters
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("enable_ssh", enableSSH)
        params.set("skip_bmc_config", skipBMCConfig)
        params.set("skip_networking", skipNetworking)
        params.set("skip_storage", skipStorage)
        params.set("commissioning_scripts", joined: commissioningScripts)
        params.set("testing_scripts", joined: testingScripts)
        params.set("parameters", parameters)
        params.merge(others)
        return params
    }
}
