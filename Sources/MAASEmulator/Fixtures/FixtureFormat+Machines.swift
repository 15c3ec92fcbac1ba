import MAASRegion

/// Nodes with their interfaces.
extension FixtureKind {
    static let controller = FixtureKind(
        "controller", "A rack or region controller",
        [
            .needed("hostname", .hostname),
            .key(
                "node_type_name",
                .words([Node.Kind.rackController, .regionController, .regionAndRackController].map(\.label))),
            .key("system_id", .text), .key("version", .text), .key("cpu_count", .integer(FixtureValue.cores)),
            .key("cpu_speed", .amount), .key("memory", .integer(FixtureValue.memory)), .key("architecture", .text),
            .key("zone", .text), .key("domain", .text), .key("description", .text), .key("tags", .texts),
            .key("current_commissioning_result_id", .id), .key("interfaces", .list(.object(.interface))),
        ])

    static let device = FixtureKind(
        "device", "A device that MAAS does not manage",
        [
            .needed("hostname", .hostname), .key("system_id", .text), .key("description", .text), .key("zone", .text),
            .key("domain", .text), .key("owner", .text), .key("parent", .text), .key("tags", .texts),
            .key("owner_data", .members(.text)), .key("interfaces", .list(.object(.interface))),
        ])

    static let machine = FixtureKind(
        "machine", "A machine",
        [
            .needed("hostname", .hostname), .key("system_id", .text),
            .key("status_name", .words(NodeStatus.allCases.map(\.label))),
            .key("previous_status_name", .words(NodeStatus.allCases.map(\.label))), .key("owner", .text),
            .key("zone", .text),
            .key("pool", .text), .key("domain", .text), .key("description", .text), .key("architecture", .text),
            .key("cpu_count", .integer(FixtureValue.cores)), .key("cpu_speed", .amount),
            .key("memory", .integer(FixtureValue.memory)), .key("swap_size", .amount), .key("hardware_uuid", .text),
            .key("tags", .texts), .key("owner_data", .members(.text)), .key("locked", .flag), .key("netboot", .flag),
            .key("osystem", .text), .key("distro_series", .text), .key("hwe_kernel", .text),
            .key("min_hwe_kernel", .text), .key("error_description", .text), .key("bios_boot_method", .text),
            .key("power_type", .text), .key("power_parameters", .members(.anything)),
            .key("power_state", .words(PowerState.allCases.map(\.rawValue))), .key("vm_host", .text),
            .key("parent", .text), .shorthand("ip_addresses", .texts), .key("interfaces", .list(.object(.interface))),
            .key("boot_interface", .text), .key("boot_disk", .text), .key("address_ttl", .ttl), .key("is_dpu", .flag),
            .key("dynamic", .flag), .key("license_key", .text), .key("agent_name", .text),
            .key("ephemeral_deploy", .flag), .key("enable_hw_sync", .flag), .key("sync_interval", .amount),
            .key("enable_kernel_crash_dump", .flag),
            .shorthand("storage_layout", .words(StorageLayout.Kind.allCases.map(\.rawValue))),
            .key("block_devices", .list(.object(.blockDevice))), .key("raids", .list(.object(.raid))),
            .key("cache_sets", .list(.object(.cacheSet))), .key("bcaches", .list(.object(.bcache))),
            .key("volume_groups", .list(.object(.volumeGroup))),
            .key("vmfs_datastores", .list(.object(.vmfsDatastore))),
            .key("special_filesystems", .list(.object(.filesystem))),
            .key("commissioning_status_name", scriptStatus), .key("testing_status_name", scriptStatus),
            .key("installation_status_name", scriptStatus), .key("current_commissioning_result_id", .id),
            .key("current_testing_result_id", .id), .key("current_installation_result_id", .id),
            .key("bmc", .object(.bmc)), .key("details", .object(.details)),
            .key("plays", .words(["clock", "external"])),
        ])

    private static let scriptStatus = FixtureShape.words(ScriptStatus.allCases.map(\.label))

    static let interface = FixtureKind(
        "interface", "An interface of a node",
        [
            .key("id", .id), .needed("name", .text),
            .key("type", .words(Interface.Kind.allCases.map(\.rawValue))), .key("mac_address", .macAddress),
            .key("vlan", .vid), .key("fabric", .text), .key("parents", .texts), .key("links", .list(.object(.link))),
            .key("link_connected", .flag), .key("numa_node", .integer(0...1023)), .key("tags", .texts),
            .key("params", .anything), .key("enabled", .flag), .key("interface_speed", .amount),
            .key("link_speed", .amount), .key("vendor", .text), .key("product", .text),
            .key("firmware_version", .text), .key("sriov_max_vf", .amount), .key("acquired", .flag),
            .key("discovered", .list(.object(.discoveredAddress))),
        ])

    static let discoveredAddress = FixtureKind(
        "discovered_address", "An address that was seen on an interface",
        [.needed("ip_address", .address), .key("subnet", .text)])

    static let link = FixtureKind(
        "link", "An address of an interface, or the wish for one",
        [
            .key("id", .id), .needed("mode", .words(["auto", "dhcp", "static", "link_up"])), .key("subnet", .text),
            .key("ip_address", .address), .key("default_gateway", .flag),
        ])
}
