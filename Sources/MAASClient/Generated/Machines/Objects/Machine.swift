// Written by script/generate-client.py; change Description/objects.json instead.

/// A machine (MAAS: machines/{system_id}/). Fields that only some versions of MAAS send are optional.
public struct Machine: MAASObject {
    /// MAAS's name for the machine, which never changes.
    public var systemID: String
    /// Without its domain.
    public var hostname: String
    /// Host name and domain, as MAAS's DNS has it.
    public var fqdn: String
    /// The DNS domain that it is in.
    public var domain: Domain?
    /// For people; may be empty.
    public var description: String?
    /// Where the machine stands; every machine has a zone.
    public var zone: Zone
    /// `nil` where the user may not see it.
    public var pool: ResourcePool?
    /// The user who allocated it; `nil` for one that is free.
    public var owner: String?
    /// What its owner noted on it, such as a cluster's name.
    public var ownerData: [String: String]?
    /// The same, by the name that MAAS gives it since 3.1.
    public var workloadAnnotations: [String: String]?
    /// What the machine is doing, by MAAS's number.
    public var status: MachineStatus
    /// The status in MAAS's words, such as `Failed deployment`.
    public var statusName: String
    /// What happened last, for people; `nil` before anything did.
    public var statusMessage: String?
    /// What it is about, such as the script that runs.
    public var statusAction: String?
    /// The text of a failure; absent before MAAS 3.5.
    public var errorDescription: String?
    /// `on`, `off`, `unknown` or `error`.
    public var powerState: PowerState
    /// `lxd`, `virsh`, `ipmi`, `manual`, …; empty when unset.
    public var powerType: String
    /// `ubuntu`, `centos`, `windows`, `custom`, …; empty before a deployment.
    public var osystem: String
    /// The release, such as `noble`; empty before a deployment.
    public var distroSeries: String
    /// The kernel that it is deployed with.
    public var hweKernel: String?
    /// The oldest kernel that it may be deployed with.
    public var minHWEKernel: String?
    /// With its subarchitecture, such as `amd64/generic`.
    public var architecture: String
    /// Cores, hyper-threads counted.
    public var cpuCount: Int
    /// MHz.
    public var cpuSpeed: Int?
    /// MiB.
    public var memory: Int
    /// Bytes of swap; `nil` for the operating system's choice.
    public var swapSize: Int?
    /// Decimal megabytes.
    public var storage: Double
    /// True while MAAS refuses to release, delete or switch it off.
    public var locked: Bool
    /// True while its next boot is from the network; false once it is deployed.
    public var netboot: Bool
    /// True when it is deployed into memory, and leaves its disks alone.
    public var ephemeralDeploy: Bool?
    /// True for a DPU; absent before MAAS 3.6.
    public var isDPU: Bool?
    /// The names of its tags, computed ones included.
    public var tagNames: [String]
    /// Every address that is configured on it or was seen; empty when there is none.
    public var ipAddresses: [String]
    /// What it boots from; `nil` before commissioning has found one.
    public var bootInterface: Interface?
    /// Every interface, bridges and VLANs included.
    public var interfaceSet: [Interface]
    /// What it boots from.
    public var bootDisk: BlockDevice?
    /// Disks, and what is made of them.
    public var blockDevices: [BlockDevice]?
    /// Disks, without what is made of them: logical volumes, RAIDs, bcaches.
    public var physicalBlockDevices: [BlockDevice]
    /// What is made of disks: logical volumes, RAIDs, bcaches.
    public var virtualBlockDevices: [BlockDevice]?
    /// File systems without a disk, such as `tmpfs`.
    public var specialFileSystems: [FileSystem]?
    /// Its volume groups, in short.
    public var volumeGroups: [JSONValue]?
    /// Its RAIDs, in short.
    public var raids: [JSONValue]?
    /// Its bcaches, in short.
    public var bcaches: [JSONValue]?
    /// Its cache sets, in short.
    public var cacheSets: [JSONValue]?
    /// Its NUMA nodes.
    public var numaNodes: [NUMANode]?
    /// `nil` in lists of some versions.
    public var defaultGateways: DefaultGateways?
    /// Maker, product and serial numbers that commissioning found.
    public var hardwareInfo: [String: String]?
    /// The mainboard's UUID.
    public var hardwareUUID: String?
    /// `uefi`, `pxe` and others; `nil` before it booted.
    public var biosBootMethod: String?
    /// The VM host of a composed machine; gone in MAAS 4.0.
    public var pod: VMHostReference?
    /// The machine that its VM host runs on.
    public var parent: NodeReference?
    /// The id of its VM among those of MAAS's VM hosts; `nil` for a physical machine.
    public var virtualMachineID: Int?
    /// The script results of the last commissioning.
    public var currentCommissioningResultID: Int?
    /// The script results of the last tests.
    public var currentTestingResultID: Int?
    /// The script results of the last installation.
    public var currentInstallationResultID: Int?
    /// How the last commissioning went, in words.
    public var commissioningStatusName: String?
    /// How the last tests went, in words.
    public var testingStatusName: String?
    /// What MAAS sent besides, by its own names.
    public var others: [String: JSONValue]

    /// One as a test makes it.
    public init(
        systemID: String, hostname: String, fqdn: String, domain: Domain? = nil, description: String? = nil, zone: Zone,
        pool: ResourcePool? = nil, owner: String? = nil, ownerData: [String: String]? = nil,
        workloadAnnotations: [String: String]? = nil, status: MachineStatus, statusName: String,
        statusMessage: String? = nil, statusAction: String? = nil, errorDescription: String? = nil,
        powerState: PowerState, powerType: String, osystem: String, distroSeries: String, hweKernel: String? = nil,
        minHWEKernel: String? = nil, architecture: String, cpuCount: Int, cpuSpeed: Int? = nil, memory: Int,
        swapSize: Int? = nil, storage: Double, locked: Bool, netboot: Bool, ephemeralDeploy: Bool? = nil,
        isDPU: Bool? = nil, tagNames: [String], ipAddresses: [String] = [], bootInterface: Interface? = nil,
        interfaceSet: [Interface] = [], bootDisk: BlockDevice? = nil, blockDevices: [BlockDevice]? = nil,
        physicalBlockDevices: [BlockDevice] = [], virtualBlockDevices: [BlockDevice]? = nil,
        specialFileSystems: [FileSystem]? = nil, volumeGroups: [JSONValue]? = nil, raids: [JSONValue]? = nil,
        bcaches: [JSONValue]? = nil, cacheSets: [JSONValue]? = nil, numaNodes: [NUMANode]? = nil,
        defaultGateways: DefaultGateways? = nil, hardwareInfo: [String: String]? = nil, hardwareUUID: String? = nil,
        biosBootMethod: String? = nil, pod: VMHostReference? = nil, parent: NodeReference? = nil,
        virtualMachineID: Int? = nil, currentCommissioningResultID: Int? = nil, currentTestingResultID: Int? = nil,
        currentInstallationResultID: Int? = nil, commissioningStatusName: String? = nil,
        testingStatusName: String? = nil, others: [String: JSONValue] = [:]
    ) {
        self.systemID = systemID
        self.hostname = hostname
        self.fqdn = fqdn
        self.domain = domain
        self.description = description
        self.zone = zone
        self.pool = pool
        self.owner = owner
        self.ownerData = ownerData
        self.workloadAnnotations = workloadAnnotations
        self.status = status
        self.statusName = statusName
        self.statusMessage = statusMessage
        self.statusAction = statusAction
        self.errorDescription = errorDescription
        self.powerState = powerState
        self.powerType = powerType
        self.osystem = osystem
        self.distroSeries = distroSeries
        self.hweKernel = hweKernel
        self.minHWEKernel = minHWEKernel
        self.architecture = architecture
        self.cpuCount = cpuCount
        self.cpuSpeed = cpuSpeed
        self.memory = memory
        self.swapSize = swapSize
        self.storage = storage
        self.locked = locked
        self.netboot = netboot
        self.ephemeralDeploy = ephemeralDeploy
        self.isDPU = isDPU
        self.tagNames = tagNames
        self.ipAddresses = ipAddresses
        self.bootInterface = bootInterface
        self.interfaceSet = interfaceSet
        self.bootDisk = bootDisk
        self.blockDevices = blockDevices
        self.physicalBlockDevices = physicalBlockDevices
        self.virtualBlockDevices = virtualBlockDevices
        self.specialFileSystems = specialFileSystems
        self.volumeGroups = volumeGroups
        self.raids = raids
        self.bcaches = bcaches
        self.cacheSets = cacheSets
        self.numaNodes = numaNodes
        self.defaultGateways = defaultGateways
        self.hardwareInfo = hardwareInfo
        self.hardwareUUID = hardwareUUID
        self.biosBootMethod = biosBootMethod
        self.pod = pod
        self.parent = parent
        self.virtualMachineID = virtualMachineID
        self.currentCommissioningResultID = currentCommissioningResultID
        self.currentTestingResultID = currentTestingResultID
        self.currentInstallationResultID = currentInstallationResultID
        self.commissioningStatusName = commissioningStatusName
        self.testingStatusName = testingStatusName
        self.others = others
    }

    /// Reads MAAS's object.
    public init(from decoder: any Decoder) throws {
        var reader = try ObjectReader(decoder)
        systemID = try reader.value("system_id")
        hostname = try reader.value("hostname")
        fqdn = try reader.value("fqdn")
        domain = try reader.optional("domain")
        description = try reader.optional("description")
        zone = try reader.value("zone")
        pool = try reader.optional("pool")
        owner = try reader.optional("owner")
        ownerData = try reader.optional("owner_data")
        workloadAnnotations = try reader.optional("workload_annotations")
        status = try reader.value("status")
        statusName = try reader.value("status_name")
        statusMessage = try reader.optional("status_message")
        statusAction = try reader.optional("status_action")
        errorDescription = try reader.optional("error_description")
        powerState = try reader.value("power_state")
        powerType = try reader.value("power_type")
        osystem = try reader.value("osystem")
        distroSeries = try reader.value("distro_series")
        hweKernel = try reader.optional("hwe_kernel")
        minHWEKernel = try reader.optional("min_hwe_kernel")
        architecture = try reader.value("architecture")
        cpuCount = try reader.value("cpu_count")
        cpuSpeed = try reader.optional("cpu_speed")
        memory = try reader.value("memory")
        swapSize = try reader.optional("swap_size")
        storage = try reader.value("storage")
        locked = try reader.value("locked")
        netboot = try reader.value("netboot")
        ephemeralDeploy = try reader.optional("ephemeral_deploy")
        isDPU = try reader.optional("is_dpu")
        tagNames = try reader.value("tag_names")
        ipAddresses = try reader.optional("ip_addresses") ?? []
        bootInterface = try reader.optional("boot_interface")
        interfaceSet = try reader.optional("interface_set") ?? []
        bootDisk = try reader.optional("boot_disk")
        blockDevices = try reader.optional("blockdevice_set")
        physicalBlockDevices = try reader.optional("physicalblockdevice_set") ?? []
        virtualBlockDevices = try reader.optional("virtualblockdevice_set")
        specialFileSystems = try reader.optional("special_filesystems")
        volumeGroups = try reader.optional("volume_groups")
        raids = try reader.optional("raids")
        bcaches = try reader.optional("bcaches")
        cacheSets = try reader.optional("cache_sets")
        numaNodes = try reader.optional("numanode_set")
        defaultGateways = try reader.optional("default_gateways")
        hardwareInfo = try reader.optional("hardware_info")
        hardwareUUID = try reader.optional("hardware_uuid")
        biosBootMethod = try reader.optional("bios_boot_method")
        pod = try reader.optional("pod")
        parent = try reader.optional("parent")
        virtualMachineID = try reader.optional("virtualmachine_id")
        currentCommissioningResultID = try reader.optional("current_commissioning_result_id")
        currentTestingResultID = try reader.optional("current_testing_result_id")
        currentInstallationResultID = try reader.optional("current_installation_result_id")
        commissioningStatusName = try reader.optional("commissioning_status_name")
        testingStatusName = try reader.optional("testing_status_name")
        others = try reader.others()
    }

    /// Writes it as MAAS does.
    public func encode(to encoder: any Encoder) throws {
        var writer = try ObjectWriter(encoder, others)
        try writer.write("system_id", systemID)
        try writer.write("hostname", hostname)
        try writer.write("fqdn", fqdn)
        try writer.write("domain", domain)
        try writer.write("description", description)
        try writer.write("zone", zone)
        try writer.write("pool", pool)
        try writer.write("owner", owner)
        try writer.write("owner_data", ownerData)
        try writer.write("workload_annotations", workloadAnnotations)
        try writer.write("status", status)
        try writer.write("status_name", statusName)
        try writer.write("status_message", statusMessage)
        try writer.write("status_action", statusAction)
        try writer.write("error_description", errorDescription)
        try writer.write("power_state", powerState)
        try writer.write("power_type", powerType)
        try writer.write("osystem", osystem)
        try writer.write("distro_series", distroSeries)
        try writer.write("hwe_kernel", hweKernel)
        try writer.write("min_hwe_kernel", minHWEKernel)
        try writer.write("architecture", architecture)
        try writer.write("cpu_count", cpuCount)
        try writer.write("cpu_speed", cpuSpeed)
        try writer.write("memory", memory)
        try writer.write("swap_size", swapSize)
        try writer.write("storage", storage)
        try writer.write("locked", locked)
        try writer.write("netboot", netboot)
        try writer.write("ephemeral_deploy", ephemeralDeploy)
        try writer.write("is_dpu", isDPU)
        try writer.write("tag_names", tagNames)
        try writer.write("ip_addresses", ipAddresses)
        try writer.write("boot_interface", bootInterface)
        try writer.write("interface_set", interfaceSet)
        try writer.write("boot_disk", bootDisk)
        try writer.write("blockdevice_set", blockDevices)
        try writer.write("physicalblockdevice_set", physicalBlockDevices)
        try writer.write("virtualblockdevice_set", virtualBlockDevices)
        try writer.write("special_filesystems", specialFileSystems)
        try writer.write("volume_groups", volumeGroups)
        try writer.write("raids", raids)
        try writer.write("bcaches", bcaches)
        try writer.write("cache_sets", cacheSets)
        try writer.write("numanode_set", numaNodes)
        try writer.write("default_gateways", defaultGateways)
        try writer.write("hardware_info", hardwareInfo)
        try writer.write("hardware_uuid", hardwareUUID)
        try writer.write("bios_boot_method", biosBootMethod)
        try writer.write("pod", pod)
        try writer.write("parent", parent)
        try writer.write("virtualmachine_id", virtualMachineID)
        try writer.write("current_commissioning_result_id", currentCommissioningResultID)
        try writer.write("current_testing_result_id", currentTestingResultID)
        try writer.write("current_installation_result_id", currentInstallationResultID)
        try writer.write("commissioning_status_name", commissioningStatusName)
        try writer.write("testing_status_name", testingStatusName)
    }
}
