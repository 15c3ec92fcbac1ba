// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT machines/{system_id}/`: change a machine.
public struct MachineUpdate: OperationParameters {
    /// Host name, or the whole name with its domain.
    public var hostname: String?
    /// Text.
    public var description: String?
    /// Domain.
    public var domain: String?
    /// Such as `amd64/generic`.
    public var architecture: String?
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
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        hostname: String? = nil, description: String? = nil, domain: String? = nil, architecture: String? = nil,
        minHWEKernel: String? = nil, powerType: String? = nil, powerParameters: [String: String]? = nil,
        powerParametersSkipCheck: Bool? = nil, zone: String? = nil, pool: String? = nil, swapSize: String? = nil,
        disableIPv4: Bool? = nil, cpuCount: Int? = nil, memory: Int? = nil, isDPU: Bool? = nil,
        hweKernel: String? = nil, osystem: String? = nil, distroSeries: String? = nil, licenseKey: String? = nil,
        ephemeralDeploy: Bool? = nil, enableKernelCrashDump: Bool? = nil, enableHwSync: Bool? = nil
    ) {
        self.hostname = hostname
        self.description = description
        self.domain = domain
        self.architecture = architecture
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
        self.isDPU = isDPU
        self.hweKernel = hweKernel
        self.osystem = osystem
        self.distroSeries = distroSeries
        self.licenseKey = licenseKey
        self.ephemeralDeploy = ephemeralDeploy
        self.enableKernelCrashDump = enableKernelCrashDump
        self.enableHwSync = enableHwSync
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("hostname", hostname)
        params.set("description", description)
        params.set("domain", domain)
        params.set("architecture", architecture)
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
        params.set("is_dpu", isDPU)
        params.set("hwe_kernel", hweKernel)
        params.set("osystem", osystem)
        params.set("distro_series", distroSeries)
        params.set("license_key", licenseKey)
        params.set("ephemeral_deploy", ephemeralDeploy)
        params.set("enable_kernel_crash_dump", enableKernelCrashDump)
        params.set("enable_hw_sync", enableHwSync)
        params.merge(others)
        return params
    }
}
