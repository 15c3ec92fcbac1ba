/// A block device of a machine; sizes in bytes.
public struct BlockDevice: Sendable, Equatable, Decodable {
    public let id: Int
    public let name: String
    /// `physical` or `virtual`.
    public let type: String
    public let size: Int
    public let model: String?
    public let serial: String?
    public let tags: [String]
    /// The id of the VM host's storage pool that holds it, for a composed machine.
    public let storagePool: String?

    enum CodingKeys: String, CodingKey {
        case id, name, type, size, model, serial, tags
        case storagePool = "storage_pool"
    }
}

/// The VM host of a composed machine, in short.
public struct VMHostReference: Sendable, Equatable, Decodable {
    public let id: Int
    public let name: String
}

/// The machine that a composed machine's VM host runs on, in short.
public struct NodeReference: Sendable, Equatable, Decodable {
    public let systemID: String
    enum CodingKeys: String, CodingKey { case systemID = "system_id" }
}

/// The gateways that a machine uses, or would use.
public struct DefaultGateways: Sendable, Equatable, Decodable {
    public struct Gateway: Sendable, Equatable, Decodable {
        public let gatewayIP: String?
        /// The link it was chosen by; `nil` when MAAS picked it.
        public let linkID: Int?

        enum CodingKeys: String, CodingKey {
            case gatewayIP = "gateway_ip"
            case linkID = "link_id"
        }
    }

    public let ipv4: Gateway
    public let ipv6: Gateway
}

/// A machine (MAAS: machines/{system_id}/). Fields that only some versions of MAAS send are optional.
public struct Machine: Sendable, Equatable, Decodable {
    public let systemID: String
    public let hostname: String
    public let fqdn: String
    public let zone: Zone
    public let pool: ResourcePool?
    public let owner: String?
    public let ownerData: [String: String]?
    private let statusCode: Int
    public let statusName: String
    public let statusMessage: String?
    /// The text of a failure; absent before MAAS 3.5.
    public let errorDescription: String?
    /// `on`, `off`, `unknown` or `error`.
    public let powerState: String
    /// `lxd`, `virsh`, `ipmi`, `manual`, …; empty when unset.
    public let powerType: String
    public let osystem: String
    public let distroSeries: String
    public let architecture: String
    public let cpuCount: Int
    /// MiB.
    public let memory: Int
    /// Decimal megabytes.
    public let storage: Double
    public let locked: Bool
    public let netboot: Bool
    public let tagNames: [String]
    private let addresses: [String]?
    public let bootInterface: Interface?
    public let interfaceSet: [Interface]
    public let physicalBlockDevices: [BlockDevice]
    public let defaultGateways: DefaultGateways?
    /// The VM host of a composed machine; gone in MAAS 4.0.
    public let pod: VMHostReference?
    public let parent: NodeReference?
    public let virtualMachineID: Int?

    enum CodingKeys: String, CodingKey {
        case hostname, fqdn, zone, pool, owner, osystem, architecture, memory, storage, locked, netboot, pod, parent
        case systemID = "system_id"
        case ownerData = "owner_data"
        case statusCode = "status"
        case statusName = "status_name"
        case statusMessage = "status_message"
        case errorDescription = "error_description"
        case powerState = "power_state"
        case powerType = "power_type"
        case distroSeries = "distro_series"
        case cpuCount = "cpu_count"
        case tagNames = "tag_names"
        case addresses = "ip_addresses"
        case bootInterface = "boot_interface"
        case interfaceSet = "interface_set"
        case physicalBlockDevices = "physicalblockdevice_set"
        case defaultGateways = "default_gateways"
        case virtualMachineID = "virtualmachine_id"
    }

    public var status: MachineStatus { MachineStatus(code: statusCode) }
    public var ipAddresses: [String] { addresses ?? [] }
}
