import Formats

/// What `machine-resources` shows of a machine: the resources as LXD's API has them, with its networks.
struct MachineResources {
    private let report: HardwareReport

    init(_ report: HardwareReport) { self.report = report }

    /// The document that `50-maas-01-commissioning` prints: with what a script said of the layout of the disks, and what
    /// MAAS makes of the machine's kind.
    /// - Parameter isFinal: Without, it is what the binary itself prints.
    func text(isFinal: Bool) -> String {
        var json = JSONWriter(.indented)
        json.object { json in
            json.field("api_extensions", Self.extensions)
            json.field("api_status", "stable")
            json.field("api_version", "1.0")
            json.object("environment", writeEnvironment)
            json.object("resources") { json in
                json.object("cpu", writeCPU)
                json.object("memory", writeMemory)
                writeCards(&json)
                json.object("storage", writeStorage)
                json.object("usb", writeUSB)
                json.object("pci", writePCI)
                json.object("system", writeSystem)
            }
            json.object("networks", writeNetworks)
            guard isFinal else { return }
            json.object("machine-extra") { json in
                json.field("platform", platform)
                json.field("tags", [String]())
            }
            if let layout = report.facts.storageLayout {
                json.key("storage-extra")
                json.raw(token: layout)
            }
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    /// What `40-maas-01-machine-config-hints` prints.
    var hints: String { "{\n    \"platform\": \"\(platform)\",\n    \"tags\": []\n}\n" }

    /// The kind of machine, where MAAS knows a special one by its mainboard.
    private var platform: String {
        let board = report.facts.mainboard
        var product = (board?.product ?? "").lowercased()
        if product.hasPrefix("nvidia ") { product.removeFirst("nvidia ".count) }
        return (board?.vendor ?? "").lowercased() == "nvidia" && product == "dgx" ? "nvidia-dgx" : "generic"
    }

    private static let extensions = [
        "resources", "resources_cpu_socket", "resources_gpu", "resources_numa", "resources_v2",
        "resources_disk_sata", "resources_network_firmware", "resources_disk_id", "resources_usb_pci",
        "resources_cpu_threads_numa", "resources_cpu_core_die", "api_os", "resources_system", "resources_pci_iommu",
        "resources_network_usb", "resources_disk_address",
    ]

    private func writeEnvironment(_ json: inout JSONWriter) {
        json.field("kernel", "Linux")
        json.field("kernel_architecture", report.machine)
        json.field("kernel_version", "6.8.0-31-generic")
        json.field("os_name", "ubuntu")
        json.field("os_version", "24.04")
        json.field("server", "maas-machine-resources")
        json.field("server_name", report.hostname)
        json.field("server_version", "5.0.0")
    }

    private func writeCPU(_ json: inout JSONWriter) {
        let threads = min(report.cpuCount, NUMANode.mostCores)
        let perSocket = max(1, (threads + report.sockets - 1) / report.sockets)
        let perCore = report.threadsPerCore
        json.field("architecture", report.machine)
        json.array("sockets", of: Array(0..<report.sockets)) { json, socket in
            let first = min(threads, socket * perSocket)
            let last = min(threads, first + perSocket)
            json.object { json in
                json.field("name", report.facts.cpu?.model)
                json.field("vendor", report.facts.cpu?.vendor)
                json.field("socket", socket)
                json.array("cores", of: Array(stride(from: first, to: last, by: perCore))) { json, core in
                    json.object { json in
                        json.field("core", (core - first) / perCore)
                        json.field("die", 0)
                        json.array("threads", of: Array(core..<min(last, core + perCore))) { json, thread in
                            json.object { json in
                                json.field("id", thread)
                                json.field("numa_node", numaNode(of: thread))
                                json.field("thread", thread - core)
                                json.field("online", true)
                                json.field("isolated", false)
                            }
                        }
                        json.field("frequency", report.cpuSpeed)
                    }
                }
                if report.cpuSpeed > 0 {
                    json.field("frequency", report.cpuSpeed)
                    json.field("frequency_turbo", report.cpuSpeed)
                }
            }
        }
        json.field("total", threads)
    }

    private func numaNode(of thread: Int) -> Int {
        if report.numaNodes.count == 1 { return report.numaNodes[0].index }
        return report.numaNodes.first { $0.cores.contains(thread) }?.index ?? 0
    }

    private func writeMemory(_ json: inout JSONWriter) {
        func bytes(_ mebibytes: Int) -> Int { Int(clamping: Int128(mebibytes) << 20) }
        json.array("nodes", of: report.numaNodes) { json, node in
            json.object { json in
                json.field("numa_node", node.index)
                json.field("hugepages_used", 0)
                json.field("hugepages_total", 0)
                json.field("used", bytes(node.memory) / 8)
                json.field("total", bytes(node.memory))
            }
        }
        json.field("hugepages_total", 0)
        json.field("hugepages_used", 0)
        json.field("hugepages_size", 2 << 20)
        json.field("used", bytes(report.memory) / 8)
        json.field("total", bytes(report.memory))
    }

    private func writeSystem(_ json: inout JSONWriter) {
        let facts = report.facts
        json.field("uuid", report.uuid)
        for (key, value) in [
            ("vendor", facts.system?.vendor), ("product", facts.system?.product), ("family", facts.system?.family),
            ("version", facts.system?.version), ("sku", facts.system?.sku), ("serial", facts.system?.serial),
            ("type", facts.system?.type),
        ] { json.field(named: key, value ?? "") }
        json.object("firmware") { json in
            json.field("vendor", facts.firmware?.vendor ?? "")
            json.field("date", facts.firmware?.date ?? "")
            json.field("version", facts.firmware?.version ?? "")
        }
        json.object("chassis") { json in
            json.field("vendor", facts.chassis?.vendor ?? "")
            json.field("type", facts.chassis?.type ?? "")
            json.field("serial", facts.chassis?.serial ?? "")
            json.field("version", facts.chassis?.version ?? "")
        }
        json.object("motherboard") { json in
            json.field("vendor", facts.mainboard?.vendor ?? "")
            json.field("product", facts.mainboard?.product ?? "")
            json.field("serial", facts.mainboard?.serial ?? "")
            json.field("version", facts.mainboard?.version ?? "")
        }
    }

    private func writeNetworks(_ json: inout JSONWriter) {
        for nic in report.nics {
            json.object(named: nic.name) { json in
                json.field("addresses", [String]())
                json.null("bond")
                json.null("bridge")
                json.null("vlan")
                json.field("hwaddr", nic.macAddress)
                json.field("mtu", 1500)
                json.field("state", nic.isConnected ? "up" : "down")
                json.field("type", "broadcast")
            }
        }
    }

    // MARK: Devices

    private func writeCards(_ json: inout JSONWriter) {
        let devices = report.pciDevices
        let displays = devices.filter { $0.class == "display" }
        json.object("gpu") { json in
            json.array("cards", of: displays) { json, device in
                json.object { write(device, &$0) }
            }
            json.field("total", displays.count)
        }
        json.object("network") { json in
            json.array("cards", of: report.nics) { json, nic in
                json.object { json in
                    if let device = devices.first(where: { $0.interface == nic.name }) {
                        write(device, vendor: nic.vendor, product: nic.product, &json)
                    }
                    if nic.sriovMaxVF > 0 {
                        json.object("sriov") { json in
                            json.field("current_vfs", 0)
                            json.field("maximum_vfs", nic.sriovMaxVF)
                            json.null("vfs")
                        }
                    }
                    if let version = nic.firmwareVersion { json.field("firmware_version", version) }
                    json.array("ports", of: [nic]) { json, nic in json.object { writePort(nic, &$0) } }
                }
            }
            json.field("total", report.nics.count)
        }
    }

    private func writePort(_ nic: HardwareReport.NIC, _ json: inout JSONWriter) {
        json.field("id", nic.name)
        json.field("address", nic.macAddress)
        json.field("port", 0)
        json.field("protocol", "ethernet")
        if nic.interfaceSpeed > 0 { json.field("supported_modes", ["\(nic.interfaceSpeed)baseT/Full"]) }
        json.field("auto_negotiation", true)
        json.field("link_detected", nic.isConnected)
        if nic.linkSpeed > 0 {
            json.field("link_speed", nic.linkSpeed)
            json.field("link_duplex", "full")
        }
    }

    private func writeStorage(_ json: inout JSONWriter) {
        let devices = report.pciDevices
        json.array("disks", of: report.disks) { json, disk in
            json.object { json in
                json.field("id", disk.name)
                json.field("model", disk.model)
                json.field("type", disk.isNVMe ? "nvme" : disk.tags.contains("sata") ? "sata" : "scsi")
                json.field("read_only", false)
                json.field("size", disk.size)
                json.field("removable", disk.tags.contains("removable"))
                json.field("numa_node", disk.numaNode)
                json.field("block_size", disk.blockSize)
                if let version = disk.firmwareVersion { json.field("firmware_version", version) }
                json.field("rpm", disk.rotations)
                json.field("serial", disk.serial)
                let byID = "/dev/disk/by-id/"
                if let path = disk.idPath, path.hasPrefix(byID) {
                    json.field("device_id", String(path.dropFirst(byID.count)))
                }
                if let device = devices.first(where: { $0.blockDevice == disk.name }) {
                    json.field("pci_address", device.address)
                }
                json.field("partitions", [String]())
            }
        }
        json.field("total", report.disks.count)
    }

    private func writeUSB(_ json: inout JSONWriter) {
        let devices = report.facts.usbDevices ?? []
        json.array("devices", of: devices) { json, device in
            json.object { json in
                json.field("bus_address", device.bus)
                json.field("device_address", device.device)
                json.array("interfaces", of: device.driver.map { [$0] } ?? []) { json, driver in
                    json.object { json in
                        json.field("number", 0)
                        json.field("driver", driver)
                    }
                }
                json.field("vendor", device.vendor ?? "")
                json.field("vendor_id", device.vendorID)
                json.field("product", device.product ?? "")
                json.field("product_id", device.productID)
            }
        }
        json.field("total", devices.count)
    }

    private func writePCI(_ json: inout JSONWriter) {
        let devices = report.pciDevices
        json.array("devices", of: devices) { json, device in json.object { write(device, &$0) } }
        json.field("total", devices.count)
    }

    private func write(
        _ device: HardwareFacts.PCIDevice, vendor: String? = nil, product: String? = nil, _ json: inout JSONWriter
    ) {
        json.field("driver", device.driver ?? "")
        json.field("numa_node", device.numaNode ?? 0)
        json.field("pci_address", device.address)
        json.field("vendor", vendor ?? device.vendor ?? "")
        json.field("vendor_id", device.vendorID)
        json.field("product", product ?? device.product ?? "")
        json.field("product_id", device.productID)
    }
}
