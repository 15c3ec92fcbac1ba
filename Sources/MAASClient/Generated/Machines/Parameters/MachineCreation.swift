// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST machines/`: add a machine.
public struct MachineCreation: OperationParameters {
    /// Such as `amd64/generic`.
    public var architecture: String
    /// MAC address.
    public var macAddresses: [String]
    /// Host name, or the whole name with its domain.
    public var hostname: String?
    /// Text.
    public var description: String?
    /// Domain.
    public var domain: String?
    /// Such as `generic`.
    public var subarchitecture: String?
    /// Oldest kernel.
    public var minHWEKernel: String?
    /// Power driver.
    public var powerType: String?
    /// JSON object for the driver.
    public var powerParameters: [String: String]?
    /// Take any parameters.
    public var powerParametersSkipCheck: Bool?
    /// Zone's name.
    public var zone: String?
    /// Resource pool's name.
    public var pool: String?
    /// Bytes, or with a unit such as 10G.
    public var swapSize: String?
    /// Must be false.
    public var disableIPv4: Bool?
    /// Cores.
    public var cpuCount: Int?
    /// MiB.
    public var memory: Int?
    /// Commission it at once.
    public var commission: Bool?
    /// It runs already.
    public var deployed: Bool?
    /// It is a DPU.
    public var isDPU: Bool?
    /// Kernel of deployments.
    public var hweKernel: String?
    /// Operating system.
    public var osystem: String?
    /// Its release.
    public var distroSeries: String?
    /// Key of the system.
    public var licenseKey: String?
    /// Deploy into memory.
    public var ephemeralDeploy: Bool?
    /// Keep kernel dumps.
    public var enableKernelCrashDump: Bool?
    /// Only for systems with Linux.
    public var enableHwSync: Bool?
    /// Commissioning scripts, by name, tag or id.
    public var commissioningScripts: [String]?
    /// Testing scripts, by name, tag or id; `none` for no test.
    public var testingScripts: [String]?
    /// Stay on after commissioning, for SSH.
    public var enableSSH: Bool?
    /// Leave the BMC as it is.
    public var skipBMCConfig: Bool?
    /// Keep the network configuration.
    public var skipNetworking: Bool?
    /// Keep the storage configuration.
    public var skipStorage: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `architecture`, `macAddresses`.
    public init(
        architecture: String, macAddresses: [String], hostname: String? = nil, description: String? = nil,
        domain: String? = nil, subarchitecture: String? = nil, minHWEKernel: String? = nil, powerType: String? = nil,
        powerParameters: [String: String]? = nil, powerParametersSkipCheck: Bool? = nil, zone: String? = nil,
        pool: String? = nil, swapSize: String? = nil, disableIPv4: Bool? = nil, cpuCount: Int? = nil,
        memory: Int? = nil, commission: Bool? = nil, deployed: Bool? = nil, isDPU: Bool? = nil,
        hweKernel: String? = nil, osystem: String? = nil, distroSeries: String? = nil, licenseKey: String? = nil,
        ephemeralDeploy: Bool? = nil, enableKernelCrashDump: Bool? = nil, enableHwSync: Bool? = nil,
        commissioningScripts: [String]? = nil, testingScripts: [String]? = nil, enableSSH: Bool? = nil,
        skipBMCConfig: Bool? = nil, skipNetworking: Bool? = nil, skipStorage: Bool? = nil
    ) {
        self.architecture = architecture
        self.macAddresses = macAddresses
        self.hostname = hostname
        self.description = description
        self.domain = domain
        self.subarchitecture = subarchitecture
        self.minHWEKernel = minHWEKernel
        self.powerType = powerType
        self.powerParameters = powerParameters
        self.powerParametersSkipCheck = powerParametersSkipCheck
        self.zone = zone
        self.pool = pool
        self.swapSize = swapSize
        self.disableIPv4 = disableIPv4
        self.cpuCount = cpuCount
        self.memory = memory
        self.commission = commission
        self.deployed = deployed
        self.isDPU = isDPU
        self.hweKernel = hweKernel
        self.osystem = osystem
        self.distroSeries = distroSeries
        self.licenseKey = licenseKey
        self.ephemeralDeploy = ephemeralDeploy
        self.enableKernelCrashDump = enableKernelCrashDump
        self.enableHwSync = enableHwSync
        self.commissioningScripts = commissioningScripts
        self.testingScripts = testingScripts
        self.enableSSH = enableSSH
        self.skipBMCConfig = skipBMCConfig
        self.skipNetworking = skipNetworking
        self.skipStorage = skipStorage
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("architecture", architecture)
        params.add("mac_addresses", each: macAddresses)
        params.set("hostname", hostname)
        params.set("description", description)
        params.set("domain", domain)
        params.set("subarchitecture", subarchitecture)
        params.set("min_hwe_kernel", minHWEKernel)
        params.set("power_type", powerType)
        params.set(prefix: "power_parameters_", powerParameters)
        params.set("power_parameters_skip_check", powerParametersSkipCheck)
        params.set("zone", zone)
        params.set("pool", pool)
        params.set("swap_size", swapSize)
        params.set("disable_ipv4", disableIPv4)
        params.set("cpu_count", cpuCount)
        params.set("memory", memory)
        params.set("commission", commission)
        params.set("deployed", deployed)
        params.set("is_dpu", isDPU)
        params.set("hwe_kernel", hweKernel)
        params.set("osystem", osystem)
        params.set("distro_series", distroSeries)
        params.set("license_key", licenseKey)
        params.set("ephemeral_deploy", ephemeralDeploy)
        params.set("enable_kernel_crash_dump", enableKernelCrashDump)
        params.set("enable_hw_sync", enableHwSync)
        params.set("commissioning_scripts", joined: commissioningScripts)
        params.set("testing_scripts", joined: testingScripts)
        params.set("enable_ssh", enableSSH)
        params.set("skip_bmc_config", skipBMCConfig)
        params.set("skip_networking", skipNetworking)
        params.set("skip_storage", skipStorage)
        params.merge(others)
        return params
    }
}
