import Formats
import MAASRegion
import SQLite

/// Writes a node's devices as `nodes/{system_id}/devices/` shows them.
struct NodeDeviceWriter {
    private let systemID: String
    private let interfaces: [Interface]
    private let writer: InterfaceWriter
    private let storage: NodeStorage

    init(_ db: Connection, _ node: Node) throws {
        systemID = node.systemID
        let details = try InterfaceDetails(db, nodes: [node.id])
        interfaces = details.interfaces(of: node.id)
        writer = InterfaceWriter(details, of: node)
        storage = try NodeStorage(db, node: node)
    }

    func write(_ device: NodeDevice, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", device.id)
            json.field("bus", device.bus.rawValue)
            json.field("bus_name", device.bus.label)
            json.field("hardware_type", device.hardwareType.rawValue)
            json.field("hardware_type_name", device.hardwareType.label)
            json.field("system_id", systemID)
            json.field("numa_node", device.numaNode)
            json.key("physical_blockdevice")
            if let disk = storage.device(device.blockDeviceID) { disk.write(into: &json) } else { json.null() }
            json.key("physical_interface")
            if let interface = interfaces.first(where: { $0.id == device.interfaceID }) {
                writer.write(interface, into: &json)
            } else {
                json.null()
            }
            json.field("vendor_id", device.vendorID)
            json.field("product_id", device.productID)
            json.field("vendor_name", device.vendorName)
            json.field("product_name", device.productName)
            json.field("commissioning_driver", device.commissioningDriver)
            json.field("bus_number", device.busNumber)
            json.field("device_number", device.deviceNumber)
            json.field("pci_address", device.pciAddress)
            json.field("resource_uri", "\(Dispatch.root)nodes/\(systemID)/devices/\(device.id)/")
        }
    }
}
