import Formats
import MAASRegion
import SQLite

/// Writes a node's interfaces as `nodes/{system_id}/interfaces/` shows them (`api/interfaces.py`).
struct InterfaceWriter {
    private let details: InterfaceDetails
    private let systemID: String
    private let siblings: [Interface]

    /// - Parameter details: Those of all interfaces of the node.
    init(_ details: InterfaceDetails, of node: Node) {
        self.details = details
        systemID = node.systemID
        siblings = details.interfaces(of: node.id)
    }

    package func write(_ interface: Interface, into json: inout JSONWriter) {
        let vlan = interface.vlanID.flatMap { details.networks.vlans[$0] }
        let children = details.children(of: interface)
        let links = details.links(of: interface)
        json.object { json in
            json.field("system_id", systemID)
            json.field("id", interface.id)
            json.field("name", interface.name)
            json.field("type", interface.type.rawValue)
            json.field("enabled", interface.enabled)
            json.field("mac_address", interface.macAddress)
            json.key("vlan")
            if let vlan {
                json.repeated("vlan", vlan.id) { vlan.write(details.networks, into: &$0) }
            } else {
                json.null()
            }
            let observed = links.filter { $0.type == .discovered }
            json.array("links", of: links.filter { $0.type != .discovered }) { json, link in
                // A DHCP link has no address of its own: it shows the one that was last observed.
                let lease = link.type == .dhcp ? observed.last { $0.ip != nil } : nil
                write(link, showing: lease ?? link, into: &json)
            }
            writeDiscovered(observed, into: &json)
            json.field("parents", details.parents(of: interface))
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
    static func writeUnknown(_ interface: Interface, _ details: InterfaceDetails, into json: inout JSONWriter) {
        let vlan = interface.vlanID.flatMap { details.networks.vlans[$0] }
        json.object { json in
            json.field("id", interface.id)
            json.field("name", interface.name)
            json.field("type", interface.type.rawValue)
            json.field("enabled", interface.enabled)
            json.field("mac_address", interface.macAddress)
            json.key("vlan")
            if let vlan { vlan.write(details.networks, into: &json) } else { json.null() }
            json.field("parents", details.parents(of: interface))
            json.field("children", details.children(of: interface))
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

    private func write(_ link: Link, showing shown: Link, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", link.id)
            json.field("mode", link.mode)
            if let ip = shown.ip { json.field("ip_address", ip) }
            write(subnet: shown.subnetID, into: &json)
        }
    }

    private func write(subnet id: Int?, into json: inout JSONWriter) {
        guard let id, let subnet = details.networks.subnets[id] else { return }
        json.key("subnet")
        json.repeated("subnet", id) { subnet.write(details.networks, into: &$0) }
    }

    private func writeDiscovered(_ links: [Link], into json: inout JSONWriter) {
        json.key("discovered")
        guard !links.isEmpty else { return json.null() }
        let shown = links.compactMap { link in link.ip.map { ($0, link) } }
            .sorted { ($0.0.contains(":") ? 1 : 0, $0.0) < ($1.0.contains(":") ? 1 : 0, $1.0) }
        json.array(of: shown) { json, pair in
            let link = pair.1
            json.object { json in
                write(subnet: link.subnetID, into: &json)
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
