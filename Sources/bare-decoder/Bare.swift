import MAASClient

// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// What `MAASClient` reads of a machine, as it would be written for one use: the same keys, nothing kept of what has no name
/// here, no words that are types.
enum Bare {
    struct Machine: Decodable {
        var system_id: String
        var hostname: String
        var fqdn: String
        var domain: Domain?
        var description: String?
        var zone: Zone
        var pool: ResourcePool?
        var owner: String?
        var owner_data: [String: String]?
        var workload_annotations: [String: String]?
        var status: Int
        var status_name: String
        var status_message: String?
        var status_action: String?
        var error_description: String?
        var power_state: String
        var power_type: String
        var osystem: String
        var distro_series: String
        var hwe_kernel: String?
        var min_hwe_kernel: String?
        var architecture: String
        var cpu_count: Int
        var cpu_speed: Int?
        var memory: Int
        var swap_size: Int?
        var storage: Double
        var locked: Bool
        var netboot: Bool
        var ephemeral_deploy: Bool?
        var is_dpu: Bool?
        var tag_names: [String]
        var ip_addresses: [String]
        var boot_interface: Interface?
        var interface_set: [Interface]
        var boot_disk: BlockDevice?
        var blockdevice_set: [BlockDevice]?
        var physicalblockdevice_set: [BlockDevice]
        var virtualblockdevice_set: [BlockDevice]?
        var special_filesystems: [FileSystem]?
        var volume_groups: [JSONValue]?
        var raids: [JSONValue]?
        var bcaches: [JSONValue]?
        var cache_sets: [JSONValue]?
        var numanode_set: [NUMANode]?
        var default_gateways: DefaultGateways?
        var hardware_info: [String: String]?
        var hardware_uuid: String?
        var bios_boot_method: String?
        var pod: VMHostReference?
        var parent: NodeReference?
        var virtualmachine_id: Int?
        var current_commissioning_result_id: Int?
        var current_testing_result_id: Int?
        var current_installation_result_id: Int?
        var commissioning_status_name: String?
        var testing_status_name: String?
    }
    struct Domain: Decodable {
        var id: Int
        var name: String
        var authoritative: Bool?
        var ttl: Int?
        var is_default: Bool?
        var resource_record_count: Int?
    }
    struct Zone: Decodable {
        var id: Int
        var name: String
        var description: String
    }
    struct ResourcePool: Decodable {
        var id: Int
        var name: String
        var description: String
    }
    struct Interface: Decodable {
        var id: Int
        var system_id: String?
        var name: String
        var type: String
        var enabled: Bool
        var mac_address: String?
        var vlan: VLAN?
        var links: [Link]
        var discovered: [DiscoveredAddress]?
        var parents: [String]
        var children: [String]
        var tags: [String]
        var effective_mtu: Int?
        var params: JSONValue?
        var vendor: String?
        var product: String?
        var firmware_version: String?
        var link_connected: Bool?
        var interface_speed: Int?
        var link_speed: Int?
        var numa_node: Int?
        var sriov_max_vf: Int?
    }
    struct VLAN: Decodable {
        var id: Int
        var vid: Int
        var name: String?
        var fabric: String
        var fabric_id: Int
        var mtu: Int
        var dhcp_on: Bool
        var space: String?
        var primary_rack: String?
        var secondary_rack: String?
        var external_dhcp: String?
        var relay_vlan: JSONValue?
        var description: String?
    }
    struct Link: Decodable {
        var id: Int
        var mode: String
        var ip_address: String?
        var subnet: Subnet?
    }
    struct Subnet: Decodable {
        var id: Int
        var name: String
        var cidr: String
        var vlan: VLAN
        var gateway_ip: String?
        var dns_servers: [String]
        var space: String?
        var managed: Bool
        var description: String?
        var rdns_mode: Int?
        var allow_dns: Bool?
        var allow_proxy: Bool?
        var active_discovery: Bool?
        var disabled_boot_architectures: [String]?
    }
    struct DiscoveredAddress: Decodable {
        var ip_address: String?
        var subnet: Subnet?
    }
    struct BlockDevice: Decodable {
        var id: Int
        var name: String
        var type: String
        var size: Int
        var model: String?
        var serial: String?
        var tags: [String]
        var storage_pool: String?
        var system_id: String?
        var uuid: String?
        var path: String?
        var id_path: String?
        var block_size: Int?
        var available_size: Int?
        var used_size: Int?
        var used_for: String?
        var firmware_version: String?
        var numa_node: Int?
        var partition_table_type: String?
        var partitions: [Partition]?
        var filesystem: FileSystem?
    }
    struct Partition: Decodable {
        var id: Int
        var uuid: String?
        var size: Int
        var bootable: Bool?
        var path: String?
        var device_id: Int?
        var system_id: String?
        var used_for: String?
        var filesystem: FileSystem?
        var tags: [String]?
    }
    struct FileSystem: Decodable {
        var fstype: String
        var label: String?
        var uuid: String?
        var mount_point: String?
        var mount_options: String?
    }
    struct NUMANode: Decodable {
        var index: Int
        var memory: Int
        var cores: [Int]
        var hugepages_set: [JSONValue]?
    }
    struct DefaultGateways: Decodable {
        var ipv4: DefaultGateway
        var ipv6: DefaultGateway
    }
    struct DefaultGateway: Decodable {
        var gateway_ip: String?
        var link_id: Int?
    }
    struct VMHostReference: Decodable {
        var id: Int
        var name: String
    }
    struct NodeReference: Decodable {
        var system_id: String
    }
}
