import Foundation

import Formats
import SQLite

/// What is said of a machine's hardware beside what MAAS counts: the key `details` of a fixture's machines. What is not
/// said is made up when the machine describes itself (`HardwareReport`).
package struct HardwareFacts: Codable, Sendable {
    /// A part of a machine as its maker calls it: the whole, its mainboard, its firmware or its chassis.
    package struct Part: Codable, Sendable {
        package var vendor: String?
        package var product: String?
        package var family: String?
        package var version: String?
        package var sku: String?
        package var serial: String?
        /// Of a system `physical`, `virtual-machine` or `container`; of a chassis its kind.
        package var type: String?
        package var date: String?
    }

    package struct CPU: Codable, Sendable {
        package var vendor: String?
        package var model: String?
        package var flags: [String]?
        package var sockets: Int?
        /// of each core
        package var threads: Int?
    }

    package struct MemoryBank: Codable, Sendable {
        /// MiB; 0 for an empty one
        package var size: Int
        package var slot: String?
        package var description: String?
        package var vendor: String?
        package var product: String?
        package var serial: String?
        /// MHz
        package var clock: Int?
    }

    package struct NUMA: Codable, Sendable {
        package var index: Int
        /// MiB
        package var memory: Int
        package var cores: [Int]
    }

    package struct PCIDevice: Codable, Sendable {
        /// Domain, bus, device and function: `0000:03:00.0`.
        package var address: String
        package var vendorID: String
        package var productID: String
        package var vendor: String?
        package var product: String?
        package var driver: String?
        /// As lshw calls it: `display`, `network`, `storage`, `generic`, …
        package var `class`: String?
        package var numaNode: Int?
        /// The interface or disk that it is.
        package var interface: String?
        package var blockDevice: String?

        private enum CodingKeys: String, CodingKey {
            case address
            case vendorID = "vendor_id"
            case productID = "product_id"
            case vendor
            case product
            case driver
            case `class`
            case numaNode = "numa_node"
            case interface
            case blockDevice = "block_device"
        }
    }

    package struct USBDevice: Codable, Sendable {
        package var bus: Int
        package var device: Int
        package var vendorID: String
        package var productID: String
        package var vendor: String?
        package var product: String?
        package var driver: String?

        private enum CodingKeys: String, CodingKey {
            case bus
            case device
            case vendorID = "vendor_id"
            case productID = "product_id"
            case vendor
            case product
            case driver
        }
    }

    /// What LLDP heard on an interface.
    package struct Neighbour: Codable, Sendable {
        package var interface: String
        /// The switch's name.
        package var name: String?
        /// The switch's MAC address.
        package var macAddress: String?
        package var description: String?
        package var managementIP: String?
        package var port: String?
        package var portDescription: String?
        package var vlan: Int?

        private enum CodingKeys: String, CodingKey {
            case interface
            case name
            case macAddress = "mac_address"
            case description
            case managementIP = "management_ip"
            case port
            case portDescription = "port_description"
            case vlan
        }
    }

    package var system: Part?
    package var mainboard: Part?
    package var firmware: Part?
    package var chassis: Part?
    package var cpu: CPU?
    package var memoryBanks: [MemoryBank]?
    package var numaNodes: [NUMA]?
    package var pciDevices: [PCIDevice]?
    package var usbDevices: [USBDevice]?
    package var neighbours: [Neighbour]?
    /// Beside those of the devices.
    package var modaliases: [String]?
    /// What lshw and lldpctl say, in place of what would be made of the rest.
    package var lshw: String?
    package var lldp: String?
    /// JSON: the layout of disks that a script of the commissioning describes.
    package var storageLayout: String?
    /// What scripts say, by name.
    package var outputs: [String: String]?

    private enum CodingKeys: String, CodingKey {
        case system
        case mainboard
        case firmware
        case chassis
        case cpu
        case memoryBanks = "memory_banks"
        case numaNodes = "numa_nodes"
        case pciDevices = "pci_devices"
        case usbDevices = "usb_devices"
        case neighbours
        case modaliases
        case lshw
        case lldp
        case storageLayout = "storage_layout"
        case outputs
    }

    package init() {}

    /// Reads what a fixture says.
    package init(_ value: JSONValue) throws {
        var members: [String: JSONValue] = [:]
        if case .object(let said) = value { members = said }
        if let layout = members["storage_layout"] { members["storage_layout"] = .string(layout.text) }
        self = try JSONDecoder().decode(HardwareFacts.self, from: Data(JSONValue.object(members).text.utf8))
    }

    /// What is said of a machine of MAAS, be it by the fixture's machine or by the machine of the lab that it is.
    package static func find(_ db: Connection, node: Int, machine: Int?) throws -> HardwareFacts? {
        try db.first(
            """
            SELECT facts FROM hardware_facts WHERE node_id = ?1 OR machine_id = ?2
            ORDER BY node_id IS NULL LIMIT 1
            """, node, machine
        ) { try JSONDecoder().decode(HardwareFacts.self, from: Data((try $0["facts"] as String).utf8)) }
    }

    /// Notes what is said of a machine of MAAS, or of one of the lab.
    package func save(_ db: Connection, node: Int? = nil, machine: Int? = nil) throws {
        let text = String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
        try db.insert(into: "hardware_facts", ["node_id": node, "machine_id": machine, "facts": text])
    }
}
