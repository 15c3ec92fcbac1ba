// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST machines/?op=allocate`: take a machine that satisfies constraints.
public struct MachineAllocation: OperationParameters {
    /// Architecture, such as amd64.
    public var architecture: [String]?
    /// None of these: architecture, such as amd64.
    public var notArchitecture: [String]?
    /// Tags, all of them.
    public var tags: [String]?
    /// None of these: tags, all of them.
    public var notTags: [String]?
    /// Fabrics of an interface.
    public var fabrics: [String]?
    /// None of these: fabrics of an interface.
    public var notFabrics: [String]?
    /// Classes of an interface's fabric.
    public var fabricClasses: [String]?
    /// None of these: classes of an interface's fabric.
    public var notFabricClasses: [String]?
    /// Subnets of the interfaces.
    public var subnets: [String]?
    /// None of these: subnets of the interfaces.
    public var notSubnets: [String]?
    /// VLANs of an interface.
    public var vlans: [String]?
    /// None of these: VLANs of an interface.
    public var notVLANs: [String]?
    /// Mbit/s at least of an interface.
    public var linkSpeed: [Int]?
    /// Physical zone.
    public var zone: [String]?
    /// None of these: physical zone.
    public var notInZone: [String]?
    /// System id.
    public var systemID: [String]?
    /// Resource pool.
    public var pool: [String]?
    /// None of these: resource pool.
    public var notInPool: [String]?
    /// Disks, as label:size(tags).
    public var storage: StorageConstraint?
    /// Interfaces, as label:key=value.
    public var interfaces: InterfaceConstraints?
    /// Hardware, as label:key=value.
    public var devices: DeviceConstraints?
    /// Cores at least.
    public var cpuCount: [Double]?
    /// MHz at least.
    public var cpuSpeed: [Double]?
    /// MiB of memory at least.
    public var memory: [Double]?
    /// VM host.
    public var pod: [String]?
    /// None of these: VM host.
    public var notPod: [String]?
    /// Kind of VM host.
    public var podType: [String]?
    /// None of these: kind of VM host.
    public var notPodType: [String]?
    /// User.
    public var owner: [String]?
    /// None of these: user.
    public var notOwner: [String]?
    /// On, off, unknown or error.
    public var powerState: [String]?
    /// None of these: on, off, unknown or error.
    public var notPowerState: [String]?
    /// Disk or memory.
    public var deploymentTarget: [String]?
    /// None of these: disk or memory.
    public var notDeploymentTarget: [String]?
    /// Host name.
    public var name: String?
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
    /// Only say which.
    public var dryRun: Bool?
    /// Say how it matched.
    public var verbose: Bool?
    /// Make it a virsh VM host.
    public var installKVM: Bool?
    /// Make it a rack controller.
    public var installRackd: Bool?
    /// Make it an LXD VM host.
    public var registerVmhost: Bool?
    /// Look at the hardware again, regularly.
    public var enableHwSync: Bool?
    /// Deploy to memory.
    public var ephemeralDeploy: Bool?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        architecture: [String]? = nil, notArchitecture: [String]? = nil, tags: [String]? = nil,
        notTags: [String]? = nil, fabrics: [String]? = nil, notFabrics: [String]? = nil, fabricClasses: [String]? = nil,
        notFabricClasses: [String]? = nil, subnets: [String]? = nil, notSubnets: [String]? = nil,
        vlans: [String]? = nil, notVLANs: [String]? = nil, linkSpeed: [Int]? = nil, zone: [String]? = nil,
        notInZone: [String]? = nil, systemID: [String]? = nil, pool: [String]? = nil, notInPool: [String]? = nil,
        storage: StorageConstraint? = nil, interfaces: InterfaceConstraints? = nil, devices: DeviceConstraints? = nil,
        cpuCount: [Double]? = nil, cpuSpeed: [Double]? = nil, memory: [Double]? = nil, pod: [String]? = nil,
        notPod: [String]? = nil, podType: [String]? = nil, notPodType: [String]? = nil, owner: [String]? = nil,
        notOwner: [String]? = nil, powerState: [String]? = nil, notPowerState: [String]? = nil,
        deploymentTarget: [String]? = nil, notDeploymentTarget: [String]? = nil, name: String? = nil,
        agentName: String? = nil, comment: String? = nil, bridgeAll: Bool? = nil, bridgeType: String? = nil,
        bridgeSTP: Bool? = nil, bridgeFD: Int? = nil, dryRun: Bool? = nil, verbose: Bool? = nil,
        installKVM: Bool? = nil, installRackd: Bool? = nil, registerVmhost: Bool? = nil, enableHwSync: Bool? = nil,
        ephemeralDeploy: Bool? = nil
    ) {
        self.architecture = architecture
        self.notArchitecture = notArchitecture
        self.tags = tags
        self.notTags = notTags
        self.fabrics = fabrics
        self.notFabrics = notFabrics
        self.fabricClasses = fabricClasses
        self.notFabricClasses = notFabricClasses
        self.subnets = subnets
        self.notSubnets = notSubnets
        self.vlans = vlans
        self.notVLANs = notVLANs
        self.linkSpeed = linkSpeed
        self.zone = zone
        self.notInZone = notInZone
        self.systemID = systemID
        self.pool = pool
        self.notInPool = notInPool
        self.storage = storage
        self.interfaces = interfaces
        self.devices = devices
        self.cpuCount = cpuCount
        self.cpuSpeed = cpuSpeed
        self.memory = memory
        self.pod = pod
        self.notPod = notPod
        self.podType = podType
        self.notPodType = notPodType
        self.owner = owner
        self.notOwner = notOwner
        self.powerState = powerState
        self.notPowerState = notPowerState
        self.deploymentTarget = deploymentTarget
        self.notDeploymentTarget = notDeploymentTarget
        self.name = name
        self.agentName = agentName
        self.comment = comment
        self.bridgeAll = bridgeAll
        self.bridgeType = bridgeType
        self.bridgeSTP = bridgeSTP
        self.bridgeFD = bridgeFD
        self.dryRun = dryRun
        self.verbose = verbose
        self.installKVM = installKVM
        self.installRackd = installRackd
        self.registerVmhost = registerVmhost
        self.enableHwSync = enableHwSync
        self.ephemeralDeploy = ephemeralDeploy
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.add("arch", each: architecture)
        params.add("not_arch", each: notArchitecture)
        params.add("tags", each: tags)
        params.add("not_tags", each: notTags)
        params.add("fabrics", each: fabrics)
        params.add("not_fabrics", each: notFabrics)
        params.add("fabric_classes", each: fabricClasses)
        params.add("not_fabric_classes", each: notFabricClasses)
        params.add("subnets", each: subnets)
        params.add("not_subnets", each: notSubnets)
        params.add("vlans", each: vlans)
        params.add("not_vlans", each: notVLANs)
        params.add("link_speed", each: linkSpeed)
        params.add("zone", each: zone)
        params.add("not_in_zone", each: notInZone)
        params.add("system_id", each: systemID)
        params.add("pool", each: pool)
        params.add("not_in_pool", each: notInPool)
        params.set("storage", storage)
        params.set("interfaces", interfaces)
        params.set("devices", devices)
        params.add("cpu_count", each: cpuCount)
        params.add("cpu_speed", each: cpuSpeed)
        params.add("mem", each: memory)
        params.add("pod", each: pod)
        params.add("not_pod", each: notPod)
        params.add("pod_type", each: podType)
        params.add("not_pod_type", each: notPodType)
        params.add("owner", each: owner)
        params.add("not_owner", each: notOwner)
        params.add("power_state", each: powerState)
        params.add("not_power_state", each: notPowerState)
        params.add("deployment_target", each: deploymentTarget)
        params.add("not_deployment_target", each: notDeploymentTarget)
        params.set("name", name)
        params.set("agent_name", agentName)
        params.set("comment", comment)
        params.set("bridge_all", bridgeAll)
        params.set("bridge_type", bridgeType)
        params.set("bridge_stp", bridgeSTP)
        params.set("bridge_fd", bridgeFD)
        params.set("dry_run", dryRun)
        params.set("verbose", verbose)
        params.set("install_kvm", installKVM)
        params.set("install_rackd", installRackd)
        params.set("register_vmhost", registerVmhost)
        params.set("enable_hw_sync", enableHwSync)
        params.set("ephemeral_deploy", ephemeralDeploy)
        params.merge(others)
        return params
    }
}
