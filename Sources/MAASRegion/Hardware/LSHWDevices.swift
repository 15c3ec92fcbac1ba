import Formats

/// What lshw shows on the buses of a machine.
enum LSHWDevices {
    /// What lshw says of flags of processors; of others it only says that they are there.
    static let flags = [
        "fpu": "mathematical co-processor", "fpu_exception": "FPU exceptions reporting", "wp": "",
        "vme": "virtual mode extensions", "de": "debugging extensions", "pse": "page size extensions",
        "tsc": "time stamp counter", "msr": "model-specific registers",
        "pae": "4GB+ memory addressing (Physical Address Extension)",
        "mce": "machine check exceptions", "cx8": "compare and exchange 8-byte",
        "apic": "on-chip advanced programmable interrupt controller (APIC)", "sep": "fast system calls",
        "mtrr": "memory type range registers", "pge": "page global enable", "mca": "machine check architecture",
        "cmov": "conditional move instruction", "pat": "page attribute table", "pse36": "36-bit page size extensions",
        "mmx": "multimedia extensions (MMX)", "fxsr": "fast floating point save/restore",
        "sse": "streaming SIMD extensions (SSE)", "sse2": "streaming SIMD extensions (SSE2)", "ss": "self-snoop",
        "ht": "HyperThreading", "syscall": "fast system calls", "nx": "no-execute bit (NX)",
        "x86-64": "64bits extensions (x86-64)", "vmx": "CPU virtualization (Vanderpool)",
        "svm": "CPU virtualization (AMD-V)",
    ]

    /// The host bridge with what is on the PCI bus, and the USB controller with what is plugged into it.
    static func buses(_ report: HardwareReport) -> [LSHWDocument.Node] {
        var bridge = LSHWDocument.Node(id: "pci", kind: "bridge", handle: "PCIBUS:0000:00")
        bridge.fields = [
            ("description", "Host bridge", nil), ("physid", "100", nil), ("businfo", "pci@0000:00:00.0", nil),
            ("width", "32", "bits"), ("clock", "33000000", "Hz"),
        ]
        bridge.children = report.pciDevices.map { device($0, report) }
        if let usb = controller(report) { bridge.children.append(usb) }
        return bridge.children.isEmpty ? [] : [bridge]
    }

    private static func device(_ device: HardwareFacts.PCIDevice, _ report: HardwareReport) -> LSHWDocument.Node {
        if let nic = report.nics.first(where: { $0.name == device.interface }) {
            return LSHWNetwork.interface(nic, device, report)
        }
        var node = LSHWDocument.Node(
            id: device.class ?? "generic", kind: device.class ?? "generic", handle: "PCI:\(device.address)")
        node.fields = [
            ("description", descriptions[node.kind], nil), ("product", device.product, nil),
            ("vendor", device.vendor, nil), ("physid", "0", nil), ("businfo", "pci@\(device.address)", nil),
            ("width", "64", "bits"), ("clock", "33000000", "Hz"),
        ]
        node.configuration = [("driver", device.driver ?? ""), ("latency", "0")].filter { !$0.1.isEmpty }
        node.capabilities = [("bus_master", "bus mastering")]
        if let disk = report.disks.first(where: { $0.name == device.blockDevice }) {
            node.id = "nvme"
            node.children = [self.disk(disk, 0)]
        } else if device.address == HardwareReport.controllerAddress {
            node.id = report.isVirtual ? "scsi" : "sata"
            node.children = report.disks.filter { !$0.isNVMe }.enumerated().map { self.disk($1, $0) }
        }
        return node
    }

    private static let descriptions = [
        "display": "VGA compatible controller", "storage": "Mass storage controller", "network": "Network controller",
        "bridge": "PCI bridge", "multimedia": "Audio device", "processing": "Processing accelerators",
        "generic": "System peripheral", "communication": "Communication controller", "bus": "USB controller",
    ]

    private static func disk(_ disk: HardwareReport.Disk, _ index: Int) -> LSHWDocument.Node {
        var node = LSHWDocument.Node(
            id: disk.isNVMe ? "namespace" : "disk", kind: "disk", handle: disk.isNVMe ? "" : "SCSI:0\(index):00:00:00")
        let address = disk.isNVMe ? "nvme@0:1" : "scsi@\(index):0.0.0"
        node.fields = [
            ("description", disk.isNVMe ? "NVMe disk" : "ATA Disk", nil), ("product", disk.model, nil),
            ("physid", disk.isNVMe ? "1" : "0.0.0", nil), ("businfo", address, nil),
            ("logicalname", "/dev/\(disk.name)", nil), ("dev", disk.isNVMe ? "259:0" : "8:\(16 * index)", nil),
            ("version", disk.firmwareVersion, nil), ("serial", disk.serial, nil), ("size", "\(disk.size)", "bytes"),
        ]
        node.configuration = [
            ("ansiversion", "5"), ("logicalsectorsize", "\(disk.blockSize)"), ("sectorsize", "\(disk.blockSize)"),
        ]
        if disk.rotations > 0 {
            node.capabilities = [("\(disk.rotations)rpm", "\(disk.rotations) rotations per minute")]
        }
        return node
    }

    private static func controller(_ report: HardwareReport) -> LSHWDocument.Node? {
        guard let devices = report.facts.usbDevices, !devices.isEmpty else { return nil }
        var node = LSHWDocument.Node(id: "usb", kind: "bus", handle: "PCI:0000:00:14.0")
        node.fields = [
            ("description", "USB controller", nil), ("physid", "14", nil), ("businfo", "pci@0000:00:14.0", nil),
        ]
        node.children = devices.map { device in
            var child = LSHWDocument.Node(id: "usb", kind: "generic", handle: "USB:\(device.bus):\(device.device)")
            child.fields = [
                ("description", "Generic USB device", nil), ("product", device.product, nil),
                ("vendor", device.vendor, nil), ("physid", "\(device.device)", nil),
                ("businfo", "usb@\(device.bus):\(device.device)", nil),
            ]
            if let driver = device.driver { child.configuration = [("driver", driver)] }
            return child
        }
        return node
    }
}

/// Network cards as lshw shows them.
enum LSHWNetwork {
    static func interface(
        _ nic: HardwareReport.NIC, _ device: HardwareFacts.PCIDevice?, _ report: HardwareReport
    ) -> LSHWDocument.Node {
        var node = LSHWDocument.Node(id: "network", kind: "network", handle: device.map { "PCI:\($0.address)" } ?? "")
        node.isDisabled = !nic.isConnected
        func bits(_ megabits: Int) -> String? { megabits > 0 ? String(Int128(megabits) * 1_000_000) : nil }
        node.fields = [
            ("description", "Ethernet interface", nil), ("product", nic.product ?? device?.product, nil),
            ("vendor", nic.vendor ?? device?.vendor, nil), ("physid", "0", nil),
            ("businfo", device.map { "pci@\($0.address)" }, nil), ("logicalname", nic.name, nil),
            ("serial", nic.macAddress, nil), ("size", bits(nic.linkSpeed), "bit/s"),
            ("capacity", bits(max(nic.interfaceSpeed, nic.linkSpeed)), "bit/s"), ("width", "64", "bits"),
            ("clock", "33000000", "Hz"),
        ]
        node.configuration = [
            ("autonegotiation", "on"), ("broadcast", "yes"), ("driver", device?.driver ?? ""),
            ("duplex", nic.linkSpeed > 0 ? "full" : ""), ("firmware", nic.firmwareVersion ?? ""),
            ("link", nic.isConnected ? "yes" : "no"), ("multicast", "yes"), ("speed", speed(nic.linkSpeed)),
        ].filter { !$0.1.isEmpty }
        node.capabilities = [("bus_master", "bus mastering"), ("ethernet", ""), ("physical", "Physical interface")]
        return node
    }

    private static func speed(_ megabits: Int) -> String {
        guard megabits > 0 else { return "" }
        return megabits % 1000 == 0 ? "\(megabits / 1000)Gbit/s" : "\(megabits)Mbit/s"
    }
}
