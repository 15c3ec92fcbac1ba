import SQLite

/// A row of MAAS's one table of machines, devices and controllers.
struct Node {
    enum Kind: Int, Sendable {
        case machine = 0
        case device = 1
        case rackController = 2
        case regionController = 3
        case regionAndRackController = 4

        var label: String {
            switch self {
            case .machine: "Machine"
            case .device: "Device"
            case .rackController: "Rack controller"
            case .regionController: "Region controller"
            case .regionAndRackController: "Region and rack controller"
            }
        }

        /// The collection that a node of this kind is read from.
        var collection: String {
            switch self {
            case .machine: "machines"
            case .device: "devices"
            case .rackController, .regionAndRackController: "rackcontrollers"
            case .regionController: "regioncontrollers"
            }
        }
    }

    let id: Int
    let systemID: String
    let kind: Kind
    let hostname: String
    let description: String
    let domainID: Int
    let zoneID: Int
    let poolID: Int?
    let ownerID: Int?
    let ownerName: String?
    let parentID: Int?
    let hardwareUUID: String?
    let architecture: String
    let cpuCount: Int
    /// MHz
    let cpuSpeed: Int
    /// MiB
    let memory: Int
    /// bytes
    let swapSize: Int?
    let status: NodeStatus
    let previousStatus: NodeStatus
    let errorDescription: String
    let locked: Bool
    let netboot: Bool
    let ephemeralDeploy: Bool
    let enableHWSync: Bool
    let enableKernelCrashDump: Bool
    let isDPU: Bool
    let isDynamic: Bool
    let osystem: String
    let distroSeries: String
    let hweKernel: String?
    let minHWEKernel: String?
    let agentName: String
    let biosBootMethod: String?
    let powerState: String
    let powerType: String
    let bmcID: Int?
    let bootInterfaceID: Int?
    let bootDiskID: Int?
    let gatewayLinkIPv4: Int?
    let gatewayLinkIPv6: Int?
    let addressTTL: Int?
    let commissioningResultID: Int?
    let testingResultID: Int?
    let installationResultID: Int?
    let releaseResultID: Int?
    let version: String

    init(_ row: Row) throws {
        id = try row["id"]
        systemID = try row["system_id"]
        kind = Kind(rawValue: try row["node_type"]) ?? .machine
        hostname = try row["hostname"]
        description = try row["description"]
        domainID = try row["domain_id"]
        zoneID = try row["zone_id"]
        poolID = try row["pool_id"]
        ownerID = try row["owner_id"]
        ownerName = try row["owner_name"]
        parentID = try row["parent_id"]
        hardwareUUID = try row["hardware_uuid"]
        architecture = try row["architecture"]
        cpuCount = try row["cpu_count"]
        cpuSpeed = try row["cpu_speed"]
        memory = try row["memory"]
        swapSize = try row["swap_size"]
        status = NodeStatus(rawValue: try row["status"]) ?? .new
        previousStatus = NodeStatus(rawValue: try row["previous_status"]) ?? .new
        errorDescription = try row["error_description"]
        locked = try row["locked"]
        netboot = try row["netboot"]
        ephemeralDeploy = try row["ephemeral_deploy"]
        enableHWSync = try row["enable_hw_sync"]
        enableKernelCrashDump = try row["enable_kernel_crash_dump"]
        isDPU = try row["is_dpu"]
        isDynamic = try row["is_dynamic"]
        osystem = try row["osystem"]
        distroSeries = try row["distro_series"]
        hweKernel = try row["hwe_kernel"]
        minHWEKernel = try row["min_hwe_kernel"]
        agentName = try row["agent_name"]
        biosBootMethod = try row["bios_boot_method"]
        powerState = try row["power_state"]
        powerType = try row["power_type"] ?? ""
        bmcID = try row["bmc_id"]
        bootInterfaceID = try row["boot_interface_id"]
        bootDiskID = try row["boot_disk_id"]
        gatewayLinkIPv4 = try row["gateway_link_ipv4_id"]
        gatewayLinkIPv6 = try row["gateway_link_ipv6_id"]
        addressTTL = try row["address_ttl"]
        commissioningResultID = try row["commissioning_result_id"]
        testingResultID = try row["testing_result_id"]
        installationResultID = try row["installation_result_id"]
        releaseResultID = try row["release_result_id"]
        version = try row["version"]
    }
}
