import MAASRegion

/// `nodes/{system_id}/devices/`: the PCI and USB devices that commissioning has found in a node (`api/nodedevices.py`).
enum NodeDevicesHandler {
    static let resources = [
        Resource(
            "nodes/{system_id}/devices/", handler: "NodeDevicesHandler", tier: .c,
            "The PCI and USB devices of a node.",
            [
                .read(
                    "List devices",
                    parameters: [
                        "bus": "pcie or usb", "hardware_type": "node, cpu, memory, storage, network or gpu",
                        "vendor_id": "of the maker", "product_id": "of the product", "vendor_name": "the maker's name",
                        "product_name": "the product's name", "commissioning_driver": "driver while commissioning",
                    ], list)
            ]),
        Resource(
            "nodes/{system_id}/devices/{id}/", handler: "NodeDeviceHandler", tier: .c, "A PCI or USB device.",
            [.read("Read a device", read), .delete("Delete a device", access: .admin, delete)]),
    ]

    private static func node(_ context: Context) throws -> Node {
        let node = try context.node(as: "Node")
        try node.require(.view, context)
        return node
    }

    private static func list(_ context: Context) throws -> Reply {
        let node = try node(context)
        var devices = try NodeDevice.all(context.db, node: node.id)
        if let word = context.query["bus"] {
            let bus = try bus(word)
            devices.removeAll { $0.bus != bus }
        }
        if let word = context.query["hardware_type"] {
            do {
                let type = try Script.HardwareType(word)
                devices.removeAll { $0.hardwareType != type }
            } catch {
                throw Refusal.invalid(error.message)
            }
        }
        func filter(_ name: String, _ value: (NodeDevice) -> String) {
            guard let text = context.query[name] else { return }
            devices.removeAll { value($0).lowercased() != text.lowercased() }
        }
        filter("vendor_id", \.vendorID)
        filter("product_id", \.productID)
        filter("vendor_name", \.vendorName)
        filter("product_name", \.productName)
        filter("commissioning_driver", \.commissioningDriver)
        let writer = try NodeDeviceWriter(context.db, node)
        return Reply.json { json in json.array(of: devices) { writer.write($1, into: &$0) } }
    }

    private static func bus(_ word: String) throws(Refusal) -> NodeDevice.Bus {
        if isNumeral(word) {
            guard let bus = Int(word).flatMap(NodeDevice.Bus.init(rawValue:)) else {
                throw .invalid("Invalid bus numeric value!")
            }
            return bus
        }
        switch word {
        case "PCIE", "pcie": return .pcie
        case "USB", "usb": return .usb
        default: throw .invalid("Bus must be PCIE or USB!")
        }
    }

    private static func isNumeral(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy(\.isNumber) }

    /// The device of the path: by its number, by bus and device, or by its address on the PCI bus.
    private static func device(_ context: Context) throws -> (Node, NodeDevice) {
        let node = try node(context)
        let devices = try NodeDevice.all(context.db, node: node.id)
        let id = context.segment("id")
        if isNumeral(id) {
            guard let device = devices.first(where: { $0.id == Int(id) }) else { throw Refusal.notFound("NodeDevice") }
            return (node, device)
        }
        let parts = id.split(separator: ":", omittingEmptySubsequences: false).map { Int(python: String($0)) }
        let found = devices.first { device in
            parts.count == 2
                ? device.busNumber == parts[0] && device.deviceNumber == parts[1] : device.pciAddress == id
        }
        // MAAS has no other word for one that is not there.
        guard let found else { throw Refusal.invalid("Invalid id format!") }
        return (node, found)
    }

    private static func read(_ context: Context) throws -> Reply {
        let (node, device) = try device(context)
        let writer = try NodeDeviceWriter(context.db, node)
        return Reply.json { writer.write(device, into: &$0) }
    }

    private static func delete(_ context: Context) throws -> Reply {
        try device(context).1.delete(context.db)
        return .deleted
    }
}
