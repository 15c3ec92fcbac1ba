import Formats
import SQLite

/// How bridges on an allocated machine are made.
package struct BridgeOptions {
    package var type = "standard"
    package var stp = false
    /// seconds
    package var forwardDelay = 0

    package init(type: String = "standard", stp: Bool = false, forwardDelay: Int = 0) {
        self.type = type
        self.stp = stp
        self.forwardDelay = forwardDelay
    }
}

extension Node {
    /// Puts a bridge on every configured interface, which takes its links over; the machine's release undoes it.
    package func addAcquiredBridges(_ state: RegionState, _ options: BridgeOptions = BridgeOptions()) throws {
        let db = state.db
        let interfaces = try Interface.all(db, node: id)
        for interface in interfaces where interface.type != .bridge {
            let links = try Link.all(db, interface: interface.id).filter { $0.type != .discovered }
            guard links.contains(where: { $0.mode != "link_up" }),
                try Interface.names(db, childrenOf: interface.id).isEmpty
            else { continue }
            let bridge = try db.insert(
                into: "interfaces",
                [
                    "node_id": id, "name": String("br-\(interface.name)".prefix(15)), "type": Interface.Kind.bridge,
                    "mac_address": interface.macAddress, "vlan_id": interface.vlanID, "acquired": true,
                    "params": JSONValue.object([
                        "bridge_type": .string(options.type), "bridge_stp": .bool(options.stp),
                        "bridge_fd": .integer(options.forwardDelay),
                    ]).text,
                ])
            try db.insert(into: "interface_parents", ["child_id": bridge, "parent_id": interface.id])
            for link in links {
                try db.execute(
                    "UPDATE interface_addresses SET interface_id = ? WHERE ip_address_id = ?", bridge, link.id)
            }
        }
    }

    /// Whether its deployment makes a VM host of it.
    package func installsVMHost(_ db: Connection) throws -> Bool {
        try db.scalar("SELECT install_kvm OR register_vmhost FROM nodes WHERE id = ?", id) ?? false
    }
}
