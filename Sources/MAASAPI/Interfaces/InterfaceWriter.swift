import Formats
import MAASRegion
import SQLite

/// Writes interfaces as `nodes/{system_id}/interfaces/` shows them (MAAS: `api/interfaces.py`).
struct InterfaceWriter {
    package let db: Connection
    package let systemID: String
    private let siblings: [Interface]

    init(_ db: Connection, systemID: String, of siblings: [Interface]) {
        self.db = db
        self.systemID = systemID
        self.siblings = siblings
    }

    package func write(_ interface: Interface, into json: inout JSONWriter) throws {
        let vlan = try interface.vlanID.flatMap { try VLAN.find(db, id: $0) }
        let children = try Interface.names(db, childrenOf: interface.id)
        let links = try Link.all(db, interface: interface.id)
        try json.object { json in
            json.field("system_id", systemID)
            json.field("id", interface.id)
            json.field("name", interface.name)
            json.field("type", interface.type)
            json.field("enabled", interface.enabled)
            json.field("mac_address", interface.macAddress)
            json.key("vlan")
            if let vlan {
                try json.repeated("vlan \(vlan.id)") { try vlan.write(db, into: &$0) }
            } else {
                json.null()
            }
            let observed = links.filter { $0.type == .discovered }
            try json.array("links", of: links.filter { $0.type != .discovered }) { json, link in
                // A DHCP link has no address of its own: it shows the one that was last observed.
                let lease = link.type == .dhcp ? observed.last { $0.ip != nil } : nil
                try write(link, showing: lease ?? link, into: &json)
            }
            try writeDiscovered(observed, into: &json)
            json.field("parents", try Interface.names(db, parentsOf: interface.id))
            json.field("children", children)
            json.field("tags", interface.tags)
            json.field("params", interface.params)
            json.field("effective_mtu", effectiveMTU(interface, vlan, children))
            json.field("vendor", interface.vendor)
            json.field("product", interface.product)
            json.field("firmware_version", interface.firmwareVersion)
            json.field("link_connected", interface.linkConnected)
            json.field("interface_speed", interface.interfaceSpeed)
            json.field("link_speed", interface.linkConnected ? interface.linkSpeed : 0)
            json.field("numa_node", interface.numaNode)
            json.field("sriov_max_vf", interface.sriovMaxVF)
            json.field("resource_uri", "\(Dispatch.root)nodes/\(systemID)/interfaces/\(interface.id)/")
        }
    }

    /// An interface of no node, as `ipaddresses/` shows it: the plain fields of its row.
    static func writeUnknown(_ interface: Interface, _ db: Connection, into json: inout JSONWriter) throws {
        let vlan = try interface.vlanID.flatMap { try VLAN.find(db, id: $0) }
        let children = try Interface.names(db, childrenOf: interface.id)
        let parents = try Interface.names(db, parentsOf: interface.id)
        try json.object { json in
            json.field("id", interface.id)
            json.field("name", interface.name)
            json.field("type", interface.type)
            json.field("enabled", interface.enabled)
            json.field("mac_address", interface.macAddress)
            json.key("vlan")
            if let vlan { try vlan.write(db, into: &json) } else { json.null() }
            json.field("parents", parents)
            json.field("children", children)
            json.field("tags", interface.tags)
            json.field("params", interface.params)
            json.field("vendor", interface.vendor)
            json.field("product", interface.product)
            json.field("firmware_version", interface.firmwareVersion)
            json.field("link_connected", interface.linkConnected)
            json.field("interface_speed", interface.interfaceSpeed)
            json.field("link_speed", interface.linkSpeed)
            json.field("numa_node", interface.numaNode)
            json.field("sriov_max_vf", interface.sriovMaxVF)
        }
    }

    private func write(_ link: Link, showing shown: Link, into json: inout JSONWriter) throws {
        try json.object { json in
            json.field("id", link.id)
            json.field("mode", link.mode)
            if let ip = shown.ip { json.field("ip_address", ip) }
            try write(subnet: shown.subnetID, into: &json)
        }
    }

    private func write(subnet id: Int?, into json: inout JSONWriter) throws {
        guard let id else { return }
        json.key("subnet")
        try json.repeated("subnet \(id)") { try Subnet.find(db, id: id)?.write(db, into: &$0) }
    }

    private func writeDiscovered(_ links: [Link], into json: inout JSONWriter) throws {
        json.key("discovered")
        guard !links.isEmpty else { return json.null() }
        let shown = links.compactMap { link in link.ip.map { ($0, link) } }
            .sorted { ($0.0.contains(":") ? 1 : 0, $0.0) < ($1.0.contains(":") ? 1 : 0, $1.0) }
        try json.array(of: shown) { json, pair in
            let link = pair.1
            try json.object { json in
                try write(subnet: link.subnetID, into: &json)
                json.field("ip_address", link.ip)
            }
        }
    }

    /// Its own mtu, else its VLAN's, else 1500; never below what an interface on top of it has.
    private func effectiveMTU(_ interface: Interface, _ vlan: VLAN?, _ children: [String]) -> Int {
        let own = interface.params["mtu"]?.integer
        let above = siblings.filter { children.contains($0.name) }.compactMap { $0.params["mtu"]?.integer }
        return ([own ?? vlan?.mtu ?? 1500] + above).max() ?? 1500
    }
}
