// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `GET machines/`: list machines.
public struct NodeFilter: OperationParameters {
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
    /// System id.
    public var id: [String]?
    /// None of these: system id.
    public var notID: [String]?
    /// Host name.
    public var hostname: [String]?
    /// None of these: host name.
    public var notHostname: [String]?
    /// MAC address.
    public var macAddress: [String]?
    /// DNS domain.
    public var domain: [String]?
    /// None of these: DNS domain.
    public var notDomain: [String]?
    /// Agent name.
    public var agentName: [String]?
    /// None of these: agent name.
    public var notAgentName: [String]?
    /// Status, such as ready.
    public var status: [String]?
    /// None of these: status, such as ready.
    public var notStatus: [String]?
    /// Status in few words.
    public var simpleStatus: [String]?
    /// None of these: status in few words.
    public var notSimpleStatus: [String]?
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
        deploymentTarget: [String]? = nil, notDeploymentTarget: [String]? = nil, id: [String]? = nil,
        notID: [String]? = nil, hostname: [String]? = nil, notHostname: [String]? = nil, macAddress: [String]? = nil,
        domain: [String]? = nil, notDomain: [String]? = nil, agentName: [String]? = nil, notAgentName: [String]? = nil,
        status: [String]? = nil, notStatus: [String]? = nil, simpleStatus: [String]? = nil,
        notSimpleStatus: [String]? = nil
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
        self.id = id
        self.notID = notID
        self.hostname = hostname
        self.notHostname = notHostname
        self.macAddress = macAddress
        self.domain = domain
        self.notDomain = notDomain
        self.agentName = agentName
        self.notAgentName = notAgentName
        self.status = status
        self.notStatus = notStatus
        self.simpleStatus = simpleStatus
        self.notSimpleStatus = notSimpleStatus
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
        params.add("id", each: id)
        params.add("not_id", each: notID)
        params.add("hostname", each: hostname)
        params.add("not_hostname", each: notHostname)
        params.add("mac_address", each: macAddress)
        params.add("domain", each: domain)
        params.add("not_domain", each: notDomain)
        params.add("agent_name", each: agentName)
        params.add("not_agent_name", each: notAgentName)
        params.add("status", each: status)
        params.add("not_status", each: notStatus)
        params.add("simple_status", each: simpleStatus)
        params.add("not_simple_status", each: notSimpleStatus)
        params.merge(others)
        return params
    }
}
