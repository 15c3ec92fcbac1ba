import SQLite

extension NodeDevice {
    /// Brings a node's devices to what it says it has (`update_node_devices`): known ones keep their numbers, those that
    /// are gone go.
    package static func replace(_ db: Connection, node: Int, by report: HardwareReport) throws {
        var known = Dictionary(try all(db, node: node).map { (Identity($0), $0.id) }) { first, _ in first }
        for found in try FoundDevice.all(db, node: node, report) {
            // What a device is, another cannot be, though it was found later.
            try db.execute(
                "UPDATE node_devices SET block_device_id = NULL, interface_id = NULL WHERE node_id = ?"
                    + " AND (block_device_id = ? OR interface_id = ?)", node, found.blockDevice, found.interface)
            if let id = known.removeValue(forKey: found.identity) {
                try found.update(db, id: id)
            } else {
                try found.insert(db, node: node)
            }
        }
        for id in known.values { try db.execute("DELETE FROM node_devices WHERE id = ?", id) }
    }

    /// What makes a device the same in two commissionings.
    fileprivate struct Identity: Hashable {
        let vendor: String
        let product: String
        let address: String

        init(_ device: NodeDevice) {
            vendor = device.vendorID
            product = device.productID
            address = device.pciAddress ?? "\(device.busNumber):\(device.deviceNumber)"
        }

        init(vendor: String, product: String, address: String) {
            self.vendor = vendor
            self.product = product
            self.address = address
        }
    }
}

/// A device as a machine has reported it.
private struct FoundDevice {
    let identity: NodeDevice.Identity
    let bus: NodeDevice.Bus
    let type: Script.HardwareType
    let numaNode: Int
    let blockDevice: Int?
    let interface: Int?
    let vendorName: String
    let productName: String
    let driver: String
    let busNumber: Int
    let deviceNumber: Int

    static func all(_ db: Connection, node: Int, _ report: HardwareReport) throws -> [FoundDevice] {
        let interfaces = try Interface.all(db, node: node)
        let disks = try db.query("SELECT name, id FROM block_devices WHERE node_id = ? AND type = 'physical'", node) {
            (name: try $0["name"] as String, id: try $0["id"] as Int)
        }
        let onPCI = report.pciDevices.compactMap { device in
            FoundDevice(
                device, interface: interfaces.first { $0.name == device.interface }?.id,
                blockDevice: disks.first { $0.name == device.blockDevice }?.id)
        }
        return onPCI + (report.facts.usbDevices ?? []).map(FoundDevice.init)
    }

    private init?(_ device: HardwareFacts.PCIDevice, interface: Int?, blockDevice: Int?) {
        guard let numbers = Self.numbers(of: device.address) else { return nil }
        identity = NodeDevice.Identity(
            vendor: device.vendorID, product: device.productID, address: device.address)
        bus = .pcie
        type = interface != nil ? .network : blockDevice != nil ? .storage : device.class == "display" ? .gpu : .node
        numaNode = device.numaNode ?? 0
        self.blockDevice = blockDevice
        self.interface = interface
        vendorName = device.vendor ?? ""
        productName = device.product ?? ""
        driver = device.driver ?? ""
        busNumber = numbers.bus
        deviceNumber = numbers.device
    }

    private init(_ device: HardwareFacts.USBDevice) {
        identity = NodeDevice.Identity(
            vendor: device.vendorID, product: device.productID, address: "\(device.bus):\(device.device)")
        bus = .usb
        type = .node
        numaNode = 0
        blockDevice = nil
        interface = nil
        vendorName = device.vendor ?? ""
        productName = device.product ?? ""
        driver = device.driver ?? ""
        busNumber = device.bus
        deviceNumber = device.device
    }

    /// Bus and device of an address such as `0000:3b:00.0`.
    private static func numbers(of address: String) -> (bus: Int, device: Int)? {
        let parts = address.split(separator: ":")
        guard parts.count >= 2, let last = parts.last?.split(separator: ".").first,
            let bus = Int(parts[parts.count - 2], radix: 16), let device = Int(last, radix: 16)
        else { return nil }
        return (bus, device)
    }

    func insert(_ db: Connection, node: Int) throws {
        let id = try db.insert(
            into: "node_devices",
            [
                "node_id": node, "bus": bus.rawValue, "vendor_id": identity.vendor, "product_id": identity.product,
                "bus_number": busNumber, "device_number": deviceNumber,
                "pci_address": bus == .pcie ? identity.address : nil,
            ])
        try update(db, id: id)
    }

    func update(_ db: Connection, id: Int) throws {
        try db.update(
            "node_devices", id: id,
            [
                "hardware_type": type.rawValue, "numa_node": numaNode, "block_device_id": blockDevice,
                "interface_id": interface, "vendor_name": vendorName, "product_name": productName,
                "commissioning_driver": driver,
            ])
    }
}
