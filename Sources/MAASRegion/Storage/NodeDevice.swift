import Formats
import SQLite

/// A PCI or USB device that commissioning has found in a node (`models/nodedevice.py`).
package struct NodeDevice {
    package enum Bus: Int, CaseIterable, Sendable, SQLReadable {
        case pcie = 1
        case usb = 2

        package var label: String { self == .pcie ? "PCIE" : "USB" }
    }

    package let id: Int
    package let bus: Bus
    package let hardwareType: Script.HardwareType
    package let numaNode: Int
    /// The disk or the interface that it is.
    package let blockDeviceID: Int?
    package let interfaceID: Int?
    package let vendorID: String
    package let productID: String
    package let vendorName: String
    package let productName: String
    package let commissioningDriver: String
    package let busNumber: Int
    package let deviceNumber: Int
    package let pciAddress: String?

    package init(_ row: Row) throws {
        id = try row["id"]
        bus = try row["bus"]
        hardwareType = try row["hardware_type"]
        numaNode = try row["numa_node"]
        blockDeviceID = try row["block_device_id"]
        interfaceID = try row["interface_id"]
        vendorID = try row["vendor_id"]
        productID = try row["product_id"]
        vendorName = try row["vendor_name"]
        productName = try row["product_name"]
        commissioningDriver = try row["commissioning_driver"]
        busNumber = try row["bus_number"]
        deviceNumber = try row["device_number"]
        pciAddress = try row["pci_address"]
    }

    /// Those of a node, in the order of finding.
    package static func all(_ db: Connection, node: Int) throws -> [NodeDevice] {
        try db.query("SELECT * FROM node_devices WHERE node_id = ? ORDER BY id", node, row: NodeDevice.init)
    }

    package func delete(_ db: Connection) throws { try db.execute("DELETE FROM node_devices WHERE id = ?", id) }
}
