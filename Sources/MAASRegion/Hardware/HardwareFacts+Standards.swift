/// What machines are made of of which nothing is said.
extension HardwareFacts {
    /// Says what is left out.
    mutating func complete(systemID: String, architecture: String, isVM: Bool) {
        var system = self.system ?? Part()
        system.type = system.type ?? (isVM ? "virtual-machine" : "physical")
        let isVirtual = system.type != "physical"
        system.vendor = system.vendor ?? (isVirtual ? "QEMU" : "Emulated")
        system.product = system.product ?? (isVirtual ? "Standard PC (Q35 + ICH9, 2009)" : "Server")
        system.serial = system.serial ?? (isVirtual ? nil : systemID)
        self.system = system
        var firmware = self.firmware ?? Part()
        firmware.vendor = firmware.vendor ?? (isVirtual ? "SeaBIOS" : "Emulated")
        firmware.version = firmware.version ?? "1.0"
        firmware.date = firmware.date ?? "01/01/2024"
        self.firmware = firmware
        if mainboard == nil, !isVirtual {
            mainboard = Part()
            mainboard?.vendor = system.vendor
            mainboard?.product = "Mainboard"
        }
        var cpu = self.cpu ?? CPU()
        let isARM = ["arm64", "armhf"].contains(architecture)
        cpu.vendor = cpu.vendor ?? (isARM ? "ARM" : architecture == "ppc64el" ? "IBM" : "GenuineIntel")
        cpu.model = cpu.model ?? (isARM ? "Neoverse-N1" : architecture == "ppc64el" ? "POWER9" : "Emulated CPU")
        cpu.flags = cpu.flags ?? (isARM ? Self.armFlags : architecture == "ppc64el" ? [] : Self.intelFlags)
        self.cpu = cpu
    }

    private static let intelFlags = [
        "fpu", "vme", "de", "pse", "tsc", "msr", "pae", "mce", "cx8", "apic", "sep", "mtrr", "pge", "mca", "cmov",
        "pat", "pse36", "clflush", "mmx", "fxsr", "sse", "sse2", "ss", "ht", "syscall", "nx", "rdtscp", "x86-64",
        "constant_tsc", "pni", "pclmulqdq", "ssse3", "cx16", "sse4_1", "sse4_2", "x2apic", "popcnt", "aes", "xsave",
        "avx", "avx2",
    ]
    private static let armFlags = [
        "fp", "asimd", "evtstrm", "aes", "pmull", "sha1", "sha2", "crc32", "atomics", "cpuid",
    ]
}

extension HardwareReport {
    /// The memory's banks: those that were named, or as few as hold it with 16 GiB each, or 32 of them.
    var memoryBanks: [HardwareFacts.MemoryBank] {
        if let named = facts.memoryBanks { return named }
        guard memory > 0 else { return [] }
        let size = max(16_384, (memory + 31) / 32)
        let count = (memory + size - 1) / size
        return (0..<count).map { index in
            HardwareFacts.MemoryBank(size: min(size, memory - index * size), slot: "DIMM \(index)")
        }
    }

    /// The kernel's word for the architecture.
    var machine: String {
        switch architecture {
        case "amd64": "x86_64"
        case "arm64": "aarch64"
        case "armhf": "armv7l"
        case "ppc64el": "ppc64le"
        case "i386": "i686"
        default: architecture
        }
    }

    var sockets: Int { max(1, facts.cpu?.sockets ?? 1) }
    var threadsPerCore: Int { max(1, facts.cpu?.threads ?? 1) }

    /// What is on the PCI bus: the devices that were named, and one for each network card that is none of them, for the
    /// disks' controller and for each NVMe disk.
    var pciDevices: [HardwareFacts.PCIDevice] {
        var devices = facts.pciDevices ?? []
        var taken = Set(devices.map(\.address))
        func free(bus: Int) -> String {
            var bus = bus
            while taken.contains(Self.address(bus)) { bus += 1 }
            taken.insert(Self.address(bus))
            return Self.address(bus)
        }
        for (index, nic) in nics.enumerated() where !devices.contains(where: { $0.interface == nic.name }) {
            devices.append(
                HardwareFacts.PCIDevice(
                    address: free(bus: index + 1),
                    vendorID: Self.id(ofVendor: nic.vendor ?? (isVirtual ? "Red Hat" : "")),
                    productID: isVirtual ? "1000" : "1521", vendor: nic.vendor, product: nic.product,
                    driver: isVirtual ? "virtio-pci" : "igb", class: "network", numaNode: nic.numaNode,
                    interface: nic.name))
        }
        for (index, disk) in disks.enumerated()
        where disk.isNVMe && !devices.contains(where: { $0.blockDevice == disk.name }) {
            devices.append(
                HardwareFacts.PCIDevice(
                    address: free(bus: 64 + index), vendorID: "144d", productID: "a808", product: disk.model,
                    driver: "nvme", class: "storage", numaNode: disk.numaNode, blockDevice: disk.name))
        }
        if disks.contains(where: { !$0.isNVMe }) {
            let (controller, name) = isVirtual ? ("1048", "Virtio SCSI") : ("a352", "SATA Controller")
            devices.append(
                HardwareFacts.PCIDevice(
                    address: Self.controllerAddress, vendorID: isVirtual ? "1af4" : "8086", productID: controller,
                    product: name, driver: isVirtual ? "virtio-pci" : "ahci", class: "storage", numaNode: 0))
        }
        return devices
    }

    static let controllerAddress = "0000:00:1f.2"

    private static func address(_ bus: Int) -> String {
        let digits = String(bus, radix: 16)
        return "0000:" + (digits.count < 2 ? "0" : "") + digits + ":00.0"
    }

    private static func id(ofVendor name: String) -> String {
        let known = [
            ("intel", "8086"), ("mellanox", "15b3"), ("broadcom", "14e4"), ("red hat", "1af4"), ("nvidia", "10de"),
            ("realtek", "10ec"), ("amd", "1022"), ("cavium", "177d"), ("solarflare", "1924"),
        ]
        return known.first { name.lowercased().contains($0.0) }?.1 ?? "8086"
    }
}
