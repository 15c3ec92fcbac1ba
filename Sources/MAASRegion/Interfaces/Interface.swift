import Formats
import SQLite

/// A network interface of a node.
package struct Interface {
    package let id: Int
    /// `nil` for one that was only made to hold an address.
    package let nodeID: Int?
    package var name: String
    package let type: Kind
    package var macAddress: String?
    package var vlanID: Int?
    package var enabled: Bool
    package var acquired: Bool
    package var linkConnected: Bool
    /// Mbit/s
    package var interfaceSpeed: Int
    /// Mbit/s
    package var linkSpeed: Int
    package var tags: [String]
    package var params: JSONValue
    package let vendor: String?
    package let product: String?
    package let firmwareVersion: String?
    package var numaNode: Int?
    package let sriovMaxVF: Int

    package init(_ row: Row) throws {
        id = try row["id"]
        nodeID = try row["node_id"]
        name = try row["name"]
        type = try row.stored("type")
        macAddress = try row["mac_address"]
        vlanID = try row["vlan_id"]
        enabled = try row["enabled"]
        acquired = try row["acquired"]
        linkConnected = try row["link_connected"]
        interfaceSpeed = try row["interface_speed"]
        linkSpeed = try row["link_speed"]
        tags = try row.strings("tags")
        params = try JSONValue(column: "params", of: row)
        vendor = try row["vendor"]
        product = try row["product"]
        firmwareVersion = try row["firmware_version"]
        numaNode = try row["numa_node"]
        sriovMaxVF = try row["sriov_max_vf"]
    }

    /// The interfaces of a node, in the order of creation.
    package static func all(_ db: Connection, node: Int) throws -> [Interface] {
        try db.query("SELECT * FROM interfaces WHERE node_id = ? ORDER BY id", node, row: Interface.init)
    }

    /// Some interfaces by their ids.
    package static func all(_ db: Connection, ids: some Sequence<Int>) throws -> [Int: Interface] {
        let ids = ids.ids
        let found = try db.query("SELECT * FROM interfaces WHERE id IN \(ids.list)", ids, row: Interface.init)
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    package static func find(_ db: Connection, id: Int) throws -> Interface? {
        try db.first("SELECT * FROM interfaces WHERE id = ?", id, row: Interface.init)
    }

    /// The host names of the nodes that have a MAC address, each as often as it has it.
    package static func hostnames(_ db: Connection, ofMAC mac: String, besides node: Int?) throws -> [String] {
        try db.query(
            """
            SELECT hostname FROM interfaces JOIN nodes ON nodes.id = node_id
            WHERE mac_address = ? AND nodes.id IS NOT ? ORDER BY interfaces.id
            """, mac, node
        ) { try $0["hostname"] }
    }

    /// The interfaces on top of this one.
    package static func names(_ db: Connection, childrenOf id: Int) throws -> [String] {
        try db.query(
            "SELECT name FROM interfaces JOIN interface_parents ON child_id = id WHERE parent_id = ? ORDER BY name", id
        ) { try $0["name"] }
    }
}
