import MAASRegion

/// What a machine says of itself beside interfaces and disks.
extension FixtureKind {
    static let details = FixtureKind(
        "details", "What a machine says of itself when it is commissioned",
        [
            .key("system", .object(.part)), .key("mainboard", .object(.part)), .key("firmware", .object(.part)),
            .key("chassis", .object(.part)), .key("cpu", .object(.processor)),
            .key("memory_banks", .list(.object(.memoryBank))), .key("numa_nodes", .list(.object(.numaNode))),
            .key("pci_devices", .list(.object(.pciDevice))), .key("usb_devices", .list(.object(.usbDevice))),
            .key("neighbours", .list(.object(.neighbour))), .key("modaliases", .texts), .key("lshw", .text),
            .key("lldp", .text), .key("storage_layout", .members(.anything)), .key("outputs", .members(.text)),
        ])

    static let bmc = FixtureKind(
        "bmc", "How a machine's BMC answers, where it is not well",
        [
            .key("failing", .list(.words(BMCBehaviour.Order.allCases.map(\.rawValue)))), .key("reason", .text),
            .key("response_time", .integer(0...86_400)), .key("credentials", .members(.anything)),
        ])

    static let part = FixtureKind(
        "part", "A part of a machine as its maker calls it",
        [
            .key("vendor", .text), .key("product", .text), .key("family", .text), .key("version", .text),
            .key("sku", .text), .key("serial", .text), .key("type", .text), .key("date", .text),
        ])

    static let processor = FixtureKind(
        "processor", "A machine's processors",
        [
            .key("vendor", .text), .key("model", .text), .key("flags", .texts), .key("sockets", .integer(1...256)),
            .key("threads", .integer(1...8)),
        ])

    static let memoryBank = FixtureKind(
        "memory_bank", "A place for a memory module",
        [
            .needed("size", .integer(FixtureValue.memory)), .key("slot", .text), .key("description", .text),
            .key("vendor", .text), .key("product", .text), .key("serial", .text), .key("clock", .integer(0...100_000)),
        ])

    static let numaNode = FixtureKind(
        "numa_node", "A NUMA node",
        [
            .needed("index", .integer(0...1023)), .needed("memory", .integer(FixtureValue.memory)),
            .needed("cores", .list(.integer(FixtureValue.cores))),
        ])

    static let pciDevice = FixtureKind(
        "pci_device", "A device on the PCI bus",
        [
            .needed("address", .text), .needed("vendor_id", .text), .needed("product_id", .text), .key("vendor", .text),
            .key("product", .text), .key("driver", .text), .key("class", .text), .key("numa_node", .integer(0...1023)),
            .key("interface", .text), .key("block_device", .text),
        ])

    static let usbDevice = FixtureKind(
        "usb_device", "A device on the USB bus",
        [
            .needed("bus", .integer(0...255)), .needed("device", .integer(0...255)), .needed("vendor_id", .text),
            .needed("product_id", .text), .key("vendor", .text), .key("product", .text), .key("driver", .text),
        ])

    static let neighbour = FixtureKind(
        "neighbour", "What LLDP hears on an interface",
        [
            .needed("interface", .text), .key("name", .text), .key("mac_address", .macAddress),
            .key("description", .text), .key("management_ip", .address), .key("port", .text),
            .key("port_description", .text), .key("vlan", .vid),
        ])
}
