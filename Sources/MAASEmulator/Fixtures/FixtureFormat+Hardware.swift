import MAASRegion

/// What is there to be found, and the hypervisors that MAAS has been told of.
extension FixtureKind {
    static let hardware = FixtureKind(
        "hardware", "What is there, whether MAAS knows of it or not",
        [
            .key("hosts", .members(.object(.hardwareHost))), .key("machines", .list(.object(.hardwareMachine))),
        ])

    static let hardwareHost = FixtureKind(
        "hardware_host", "A hypervisor",
        [
            .needed("type", .words(VMHostType.allCases.map(\.rawValue))), .needed("name", .text),
            .key("version", .text),
            .needed("cores", .integer(1...FixtureValue.cores.upperBound)),
            .needed("memory", .integer(1...FixtureValue.memory.upperBound)), .key("cpu_speed", .amount),
            .key("macs", .list(.macAddress)), .key("pools", .list(.object(.hardwarePool))),
            .key("projects", .members(.members(.object(.hardwareInstance)))),
            .key("ifaces", .list(.object(.hardwareHostInterface))), .key("reachable", .flag),
            .key("response_time", .amount), .key("tags", .texts), .key("disk_path", .text), .key("cluster", .text),
            .key("disks", .list(.object(.hardwareDisk))), .key("installed_on", .text),
        ])

    static let hardwarePool = FixtureKind(
        "hardware_pool", "A storage pool",
        [
            .key("id", .text), .needed("name", .text), .needed("type", .text), .key("path", .text),
            .needed("storage", .amount),
        ])

    static let hardwareHostInterface = FixtureKind(
        "hardware_host_interface", "An interface of a hypervisor",
        [
            .needed("name", .text), .needed("mac", .macAddress), .key("bridge", .text), .key("cidr", .network),
            .key("ip", .address),
        ])

    static let hardwareInstance = FixtureKind(
        "hardware_instance", "A VM",
        [
            .needed("cores", .integer(FixtureValue.cores)), .needed("memory", .integer(FixtureValue.memory)),
            .key("disks", .list(.object(.instanceDisk))), .key("nics", .list(.object(.instanceNIC))),
            .key("pinned", .list(.amount)), .key("hugepages", .flag), .key("power", .text),
        ])

    static let instanceDisk = FixtureKind(
        "instance_disk", "A disk of a VM",
        [.needed("size", .amount), .key("label", .text), .key("tags", .texts), .key("pool", .text)])

    static let instanceNIC = FixtureKind(
        "instance_nic", "A NIC of a VM",
        [
            .needed("mac", .macAddress), .key("attach_name", .text), .key("attach_type", .text), .key("vid", .vid),
        ])

    static let hardwareMachine = FixtureKind(
        "hardware_machine", "A machine, as commissioning would find it",
        [
            .key("power_parameters", .members(.anything)), .key("architecture", .text),
            .key("cpu_count", .integer(1...4096)), .key("cpu_speed", .integer(0...100_000)),
            .key("memory", .integer(1...1 << 40)), .key("hardware_uuid", .text), .key("bios_boot_method", .text),
            .key("interfaces", .list(.object(.hardwareInterface))),
            .key("block_devices", .list(.object(.hardwareDisk))), .key("details", .object(.details)),
        ])

    static let hardwareInterface = FixtureKind(
        "hardware_interface", "A port of a network card",
        [
            .needed("name", .text), .needed("mac_address", .macAddress), .key("fabric", .text), .key("vlan", .vid),
            .key("link_connected", .flag), .key("interface_speed", .amount), .key("link_speed", .amount),
            .key("vendor", .text), .key("product", .text), .key("firmware_version", .text),
            .key("numa_node", .integer(0...1023)), .key("sriov_max_vf", .amount),
        ])

    static let hardwareDisk = FixtureKind(
        "hardware_disk", "A disk of a machine",
        [
            .needed("name", .text), .needed("size", .size), .key("block_size", .integer(512...1 << 30)),
            .key("model", .text), .key("serial", .text), .key("id_path", .text), .key("tags", .texts),
        ])

    static let vmHost = FixtureKind(
        "vm_host", "A hypervisor that MAAS has been told of",
        [
            .needed("name", .text), .key("id", .id), .key("type", .words(VMHostType.allCases.map(\.rawValue))),
            .key("power_address", .text),
            .key("power_parameters", .members(.anything)), .key("project", .text), .key("zone", .text),
            .key("pool", .text), .key("tags", .texts), .key("version", .text), .key("architectures", .texts),
            .key("capabilities", .texts), .key("cpu_over_commit_ratio", .number(0...10)),
            .key("memory_over_commit_ratio", .number(0...10)), .key("default_macvlan_mode", .text),
            .key("host", .text), .key("cluster", .text), .key("cpu_speed", .amount),
            .key("total", .object(.vmHostTotal)), .shorthand("used", .object(.vmHostUsed)),
            .key("storage_pools", .list(.object(.vmHostPool))),
        ])

    static let vmHostTotal = FixtureKind(
        "vm_host_total", "What a VM host has",
        [
            .key("cores", .integer(FixtureValue.cores)), .key("memory", .integer(FixtureValue.memory)),
            .shorthand("local_storage", .amount),
        ])

    static let vmHostUsed = FixtureKind(
        "vm_host_used", "What its VMs take",
        [.key("cores", .amount), .key("memory", .amount), .key("local_storage", .amount)])

    static let vmHostPool = FixtureKind(
        "vm_host_pool", "A storage pool of a VM host",
        [
            .key("id", .text), .needed("name", .text), .needed("type", .text), .key("path", .text),
            .needed("total", .amount), .shorthand("used", .amount), .shorthand("available", .amount),
            .key("default", .flag),
        ])
}
