import MAASRegion

/// `nodes/{system_id}/devices/`: the PCI and USB devices of a node, of which the emulated hardware has none
/// (`api/nodedevices.py`).
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
            [.read("Read a device", read), .delete("Delete a device", access: .admin, read)]),
    ]

    private static func checkNode(_ context: Context) throws {
        try context.node(as: "Node").require(.view, context)
    }

    private static func list(_ context: Context) throws -> Reply {
        try checkNode(context)
        if let bus = context.query["bus"] { try checkBus(bus) }
        if let type = context.query["hardware_type"] { try checkHardwareType(type) }
        for name in ["vendor_id", "product_id", "vendor_name", "product_name", "commissioning_driver"] {
            _ = context.query[name]
        }
        return .value([String]())
    }

    private static func checkBus(_ bus: String) throws(Refusal) {
        if isNumeral(bus) {
            if !(1...2).contains(Int(bus) ?? 0) { throw .invalid("Invalid bus numeric value!") }
        } else if !["PCIE", "pcie", "USB", "usb"].contains(bus) {
            throw .invalid("Bus must be PCIE or USB!")
        }
    }

    private static let hardwareTypes: Set = [
        "node", "machine", "controller", "other", "generic", "cpu", "processor", "memory", "ram", "storage", "disk",
        "ssd", "network", "net", "interface", "gpu", "graphics",
    ]

    private static func checkHardwareType(_ type: String) throws(Refusal) {
        if isNumeral(type) {
            if !(0...5).contains(Int(type) ?? -1) { throw .invalid("Invalid hardware type numeric value.") }
        } else if !hardwareTypes.contains(type.lowercased()) {
            throw .invalid("Hardware type must be node, cpu, memory, storage, or gpu")
        }
    }

    private static func isNumeral(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy(\.isNumber) }

    private static func read(_ context: Context) throws -> Reply {
        try checkNode(context)
        // MAAS takes addresses too, and has no other word for one that is not there.
        guard isNumeral(context.segment("id")) else { throw Refusal.invalid("Invalid id format!") }
        throw Refusal.notFound("NodeDevice")
    }
}
