import Formats
import SQLite

extension Interface {
    /// What an interface is made with.
    package struct Values {
        package var name: String
        package var type: Kind
        package var macAddress: String?
        package var vlanID: Int?
        package var enabled: Bool
        package var linkConnected: Bool
        /// Mbit/s
        package var interfaceSpeed: Int
        /// Mbit/s
        package var linkSpeed: Int
        package var tags: [String]
        package var numaNode: Int?

        package init(
            name: String, type: Kind, macAddress: String?, vlanID: Int?, enabled: Bool, linkConnected: Bool,
            interfaceSpeed: Int, linkSpeed: Int, tags: [String], numaNode: Int?
        ) {
            self.name = name
            self.type = type
            self.macAddress = macAddress
            self.vlanID = vlanID
            self.enabled = enabled
            self.linkConnected = linkConnected
            self.interfaceSpeed = interfaceSpeed
            self.linkSpeed = linkSpeed
            self.tags = tags
            self.numaNode = numaNode
        }
    }

    /// Gives a node an interface; answers its id.
    package static func insert(_ db: Connection, node: Int, _ values: Values) throws -> Int {
        try db.insert(
            into: "interfaces",
            [
                "node_id": node, "name": values.name, "type": values.type, "mac_address": values.macAddress,
                "vlan_id": values.vlanID, "enabled": values.enabled, "link_connected": values.linkConnected,
                "interface_speed": values.interfaceSpeed, "link_speed": values.linkSpeed,
                "tags": JSONValue.text(of: values.tags), "numa_node": values.numaNode,
            ])
    }

    /// Marks an interface as made for the time that its machine belongs to somebody.
    package static func markAcquired(_ db: Connection, id: Int) throws {
        try db.update("interfaces", id: id, ["acquired": true])
    }

    /// Who has a MAC address among the physical interfaces, as MAAS's refusals name it: `eth0 (physical) on node01`.
    /// - Parameter id: The interface that may have it.
    package static func holder(_ db: Connection, ofMAC mac: String, besides id: Int?) throws -> String? {
        try db.first(
            """
            SELECT interfaces.name AS name, interfaces.type AS type, hostname FROM interfaces
            JOIN nodes ON nodes.id = node_id WHERE mac_address = ? AND type = 'physical' AND interfaces.id IS NOT ?
            ORDER BY interfaces.id
            """, mac, id
        ) { "\(try $0["name"] as String) (\(try $0["type"] as String)) on \(try $0["hostname"] as String)" }
    }

    /// Whether any interface has a MAC address, be it of no node.
    package static func exists(_ db: Connection, macAddress: String) throws -> Bool {
        try db.scalar("SELECT 1 FROM interfaces WHERE mac_address = ? LIMIT 1", macAddress) ?? false
    }
}
