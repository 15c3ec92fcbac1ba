// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// The parameters of `POST machines/{system_id}/?op=deploy`: deploy an operating system.
public struct DeployOptions: OperationParameters {
    /// The release, such as `noble` or `ubuntu/noble`.
    public var distroSeries: String?
    /// Base64 for cloud-init.
    public var userData: Data?
    /// The kernel, such as `ga-24.04`.
    public var hweKernel: String?
    /// Kept with the machine.
    public var agentName: String?
    /// For the event log.
    public var comment: String?
    /// Bridge every interface.
    public var bridgeAll: Bool?
    /// Kind of bridge.
    public var bridgeType: String?
    /// Spanning tree.
    public var bridgeSTP: Bool?
    /// Forward delay, seconds.
    public var bridgeFD: Int?
    /// Not supported.
    public var installRackd: Bool?
    /// Make it a virsh host.
    public var installKVM: Bool?
    /// Make it a LXD host.
    public var registerVmhost: Bool?
    /// Into memory.
    public var ephemeral: Bool?
    /// Report hardware changes.
    public var enableHwSync: Bool?
    /// Keep kernel dumps.
    public var enableKernelCrashDump: Bool?
    /// For ESXi.
    public var vcenterRegistration: Bool?
    /// For Windows.
    public var licenseKey: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        distroSeries: String? = nil, userData: Data? = nil, hweKernel: String? = nil, agentName: String? = nil,
        comment: String? = nil, bridgeAll: Bool? = nil, bridgeType: String? = nil, bridgeSTP: Bool? = nil,
        bridgeFD: Int? = nil, installRackd: Bool? = nil, installKVM: Bool? = nil, registerVmhost: Bool? = nil,
        ephemeral: Bool? = nil, enableHwSync: Bool? = nil, enableKernelCrashDump: Bool? = nil,
        vcenterRegistration: Bool? = nil, licenseKey: String? = nil
    ) {
        self.distroSeries = distroSeries
        self.userData = userData
        self.hweKernel = hweKernel
        self.agentName = agentName
        self.comment = comment
        self.bridgeAll = bridgeAll
        self.bridgeType = bridgeType
        self.bridgeSTP = bridgeSTP
        self.bridgeFD = bridgeFD
        self.installRackd = installRackd
        self.installKVM = installKVM
        self.registerVmhost = registerVmhost
        self.ephemeral = ephemeral
        self.enableHwSync = enableHwSync
        self.enableKernelCrashDump = enableKernelCrashDump
        self.vcenterRegistration = vcenterRegistration
        self.licenseKey = licenseKey
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("distro_series", distroSeries)
        params.set("user_data", userData?.base64EncodedString())
        params.set("hwe_kernel", hweKernel)
        params.set("agent_name", agentName)
        params.set("comment", comment)
        params.set("bridge_all", bridgeAll)
        params.set("bridge_type", bridgeType)
        params.set("bridge_stp", bridgeSTP)
        params.set("bridge_fd", bridgeFD)
        params.set("install_rackd", installRackd)
        params.set("install_kvm", installKVM)
        params.set("register_vmhost", registerVmhost)
        params.set("ephemeral_deploy", ephemeral)
        params.set("enable_hw_sync", enableHwSync)
        params.set("enable_kernel_crash_dump", enableKernelCrashDump)
        params.set("vcenter_registration", vcenterRegistration)
        params.set("license_key", licenseKey)
        params.merge(others)
        return params
    }
}
