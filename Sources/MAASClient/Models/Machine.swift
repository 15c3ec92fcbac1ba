/// A block device of a machine; sizes in bytes.
public struct BlockDevice: Sendable, Equatable, Decodable {
    /// Names the device among all of MAAS's block devices.
    public let id: Int
    /// The device's name in the operating system, such as `sda`.
    public let name: String
    /// `physical` or `virtual`.
    public let type: String
    /// Bytes.
    public let size: Int
    /// `nil` where commissioning found none, as on many VMs.
    public let model: String?
    /// `nil` where commissioning found none; disks are told apart by `id_path` then.
    public let serial: String?
    /// Such as `ssd`, `rotary` or `sata`, from commissioning or by hand.
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
    /// MAAS's id of the VM host.
    public let id: Int
    /// As the host is called now; not unique.
    public let name: String
}

/// The machine that a composed machine's VM host runs on, in short.
public struct NodeReference: Sendable, Equatable, Decodable {
    /// The machine's system id.
    public let systemID: String
    enum CodingKeys: String, CodingKey { case systemID = "system_id" }
}

/// The gateways that a machine uses, or would use.
public struct DefaultGateways: Sendable, Equatable, Decodable {
    /// The gateway for one family of addresses.
    public struct Gateway: Sendable, Equatable, Decodable {
        /// `nil` when the machine has none.
        public let gatewayIP: String?
        /// The link it was chosen by; `nil` when MAAS picked it.
        public let linkID: Int?

        enum CodingKeys: String, CodingKey {
            case gatewayIP = "gateway_ip"
            case linkID = "link_id"
        }
    }

    /// For IPv4.
    public let ipv4: Gateway
    /// For IPv6.
    public let ipv6: Gateway
}

/// A machine (MAAS: machines/{system_id}/). Fields that only some versions of MAAS send are optional.
public struct Machine: Sendable, Equatable, Decodable {
    /// MAAS's name for the machine, which never changes.
    public let systemID: String
    /// Without its domain.
    public let hostname: String
    /// Host name and domain, as MAAS's DNS has it.
    public let fqdn: String
    /// Where the machine stands; every machine has a zone.
    public let zone: Zone
    /// `nil` where the user may not see it.
    public let pool: ResourcePool?
    /// The user who allocated it; `nil` for one that is free.
    public let owner: String?
    /// What its owner noted on it, such as a cluster's name.
    public let ownerData: [String: String]?
    private let statusCode: Int
    /// The status in MAAS's words, such as `Failed deployment`.
    public let statusName: String
    /// What happened last, for people; `nil` before anything did.
    public let statusMessage: String?
    /// The text of a failure; absent before MAAS 3.5.
    public let errorDescription: String?
    /// `on`, `off`, `unknown` or `error`.
    public let powerState: String
    /// `lxd`, `virsh`, `ipmi`, `manual`, …; empty when unset.
    public let powerType: String
    /// `ubuntu`, `centos`, `windows`, `custom`, …; empty before a deployment.
    public let osystem: String
    /// The release, such as `noble`; empty before a deployment.
    public let distroSeries: String
    /// With its subarchitecture, such as `amd64/generic`.
    public let architecture: String
    /// Cores, hyper-threads counted.
    public let cpuCount: Int
    /// MiB.
    public let memory: Int
    /// Decimal megabytes.
    public let storage: Double
    /// True while MAAS refuses to release, delete or switch it off.
    public let locked: Bool
    /// True while its next boot is from the network; false once it is deployed.
    public let netboot: Bool
    /// The names of its tags, computed ones included.
    public let tagNames: [String]
    private let addresses: [String]?
    /// What it boots from; `nil` before commissioning has found one.
    public let bootInterface: Interface?
    /// Every interface, bridges and VLANs included.
    public let interfaceSet: [Interface]
    /// Disks, without what is made of them: logical volumes, RAIDs, bcaches.
    public let physicalBlockDevices: [BlockDevice]
    /// `nil` in lists of some versions.
    public let defaultGateways: DefaultGateways?
    /// The VM host of a composed machine; gone in MAAS 4.0.
    public let pod: VMHostReference?
    /// The machine that its VM host runs on.
    public let parent: NodeReference?
    /// The id of its VM among those of MAAS's VM hosts; `nil` for a physical machine.
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

    /// What the machine is doing, by MAAS's number.
    public var status: MachineStatus { MachineStatus(code: statusCode) }
    /// Every address that is configured on it or was seen; empty when there is none.
    public var ipAddresses: [String] { addresses ?? [] }
}
