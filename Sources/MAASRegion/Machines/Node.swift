import Formats
import SQLite

/// A row of MAAS's one table of machines, devices and controllers.
package struct Node {
    package enum Kind: Int, Sendable {
        case machine = 0
        case device = 1
        case rackController = 2
        case regionController = 3
        case regionAndRackController = 4

        package var label: String {
            switch self {
            case .machine: "Machine"
            case .device: "Device"
            case .rackController: "Rack controller"
            case .regionController: "Region controller"
            case .regionAndRackController: "Region and rack controller"
            }
        }

        /// The collection that a node of this kind is read from.
        package var collection: String {
            switch self {
            case .machine: "machines"
            case .device: "devices"
            case .rackController, .regionAndRackController: "rackcontrollers"
            case .regionController: "regioncontrollers"
            }
        }
    }

    package let id: Int
    package let systemID: String
    package let kind: Kind
    package let hostname: String
    package let description: String
    package let domainID: Int
    package let zoneID: Int
    package let poolID: Int?
    package let ownerID: Int?
    package let ownerName: String?
    package let parentID: Int?
    package let hardwareUUID: String?
    package let architecture: String
    package let cpuCount: Int
    /// MHz
    package let cpuSpeed: Int
    /// MiB
    package let memory: Int
    /// bytes
    package let swapSize: Int?
    package let status: NodeStatus
    package let previousStatus: NodeStatus
    package let errorDescription: String
    package let locked: Bool
    package let netboot: Bool
    package let ephemeralDeploy: Bool
    package let enableHWSync: Bool
    /// Seconds between reports of its hardware.
    package let syncInterval: Int?
    /// When it first reported.
    let firstSync: RegionTime?
    package let enableKernelCrashDump: Bool
    package let isDPU: Bool
    package let isDynamic: Bool
    package let osystem: String
    package let distroSeries: String
    package let hweKernel: String?
    package let minHWEKernel: String?
    package let agentName: String
    package let biosBootMethod: String?
    package let powerState: PowerState
    package let powerType: String
    package let bmcID: Int?
    package let bootInterfaceID: Int?
    package let bootDiskID: Int?
    package let gatewayLinkIPv4: Int?
    package let gatewayLinkIPv6: Int?
    package let addressTTL: Int?
    package let commissioningResultID: Int?
    package let testingResultID: Int?
    package let installationResultID: Int?
    let releaseResultID: Int?
    /// The run of the scripts for deployments, which came with 3.8.
    let deploymentResultID: Int?
    package let version: String
    /// What makers have written into it, by MAAS's names; what is unknown is missing.
    package let hardwareInfo: [String: String]

    package init(_ row: Row) throws {
        id = try row["id"]
        systemID = try row["system_id"]
        kind = try row.stored("node_type")
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
        status = try row.stored("status")
        previousStatus = try row.stored("previous_status")
        errorDescription = try row["error_description"]
        locked = try row["locked"]
        netboot = try row["netboot"]
        ephemeralDeploy = try row["ephemeral_deploy"]
        enableHWSync = try row["enable_hw_sync"]
        syncInterval = try row["sync_interval"]
        firstSync = try row["last_sync"]
        enableKernelCrashDump = try row["enable_kernel_crash_dump"]
        isDPU = try row["is_dpu"]
        isDynamic = try row["is_dynamic"]
        osystem = try row["osystem"]
        distroSeries = try row["distro_series"]
        hweKernel = try row["hwe_kernel"]
        minHWEKernel = try row["min_hwe_kernel"]
        agentName = try row["agent_name"]
        biosBootMethod = try row["bios_boot_method"]
        powerState = try row.stored("power_state")
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
        deploymentResultID = try row["deployment_result_id"]
        version = try row["version"]
        hardwareInfo = try Self.hardwareInfo(row["hardware_info"])
    }

    private static func hardwareInfo(_ text: String) throws -> [String: String] {
        // Most know nothing, and parsing is what costs.
        guard text != "{}", case .object(let members) = try JSONValue(parsing: text.utf8) else { return [:] }
        return members.compactMapValues(\.string)
    }
}
