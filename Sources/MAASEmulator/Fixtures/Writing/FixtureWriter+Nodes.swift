import Formats
import MAASRegion
import SQLite

/// Nodes that are no machines, and what all nodes have.
extension FixtureWriter {
    func controllers() throws -> [JSONValue] {
        let nodes = try Node.all(db, .rackController, .regionController, .regionAndRackController)
        let details = try NodeDetails(db, nodes)
        return nodes.map { node in
            .fixture([
                "hostname": node.hostname, "node_type_name": node.kind.label, "system_id": node.systemID,
                "version": node.version, "cpu_count": node.cpuCount, "cpu_speed": node.cpuSpeed,
                "memory": node.memory, "architecture": node.architecture, "zone": names.zones[node.zoneID],
                "domain": names.domains[node.domainID], "description": node.description.unlessEmpty,
                "tags": details.tags(of: node).unlessEmpty,
                "current_commissioning_result_id": JSONValue.orNull(node.commissioningResultID),
                "interfaces": interfaces(of: node, details.interfaces),
            ])
        }
    }

    func devices() throws -> [JSONValue] {
        let nodes = try Node.all(db, .device)
        let details = try NodeDetails(db, nodes)
        return nodes.map { node in
            .fixture([
                "hostname": node.hostname, "system_id": node.systemID, "description": node.description.unlessEmpty,
                "zone": names.zones[node.zoneID], "domain": names.domains[node.domainID], "owner": node.ownerName,
                "parent": node.parentID.flatMap { names.nodes[$0] }, "tags": details.tags(of: node).unlessEmpty,
                "owner_data": details.annotations(of: node).unlessEmpty,
                "interfaces": interfaces(of: node, details.interfaces),
            ])
        }
    }

    // MARK: Interfaces

    func interfaces(of node: Node, _ details: InterfaceDetails) -> [JSONValue] {
        details.interfaces(of: node.id).map { interface in
            let vlan = interface.vlanID.flatMap { names.vlans[$0] }
            let links = details.links(of: interface)
            return .fixture([
                "id": interface.id, "name": interface.name, "type": interface.type.rawValue,
                "mac_address": JSONValue.orNull(interface.macAddress), "fabric": vlan?.fabric,
                "vlan": JSONValue.orNull(vlan?.vid), "parents": details.parents(of: interface).unlessEmpty,
                "enabled": interface.enabled.unless(true), "acquired": interface.acquired.unless(false),
                "link_connected": interface.linkConnected.unless(true),
                "interface_speed": interface.interfaceSpeed.unless(0), "link_speed": interface.linkSpeed.unless(0),
                "tags": interface.tags.unlessEmpty,
                "params": interface.params == .object([:]) ? nil : interface.params, "vendor": interface.vendor,
                "product": interface.product, "firmware_version": interface.firmwareVersion,
                "numa_node": interface.numaNode, "sriov_max_vf": interface.sriovMaxVF.unless(0),
                "links": links.filter { ![.discovered, .userReserved].contains($0.type) }.map { link($0, of: node) },
                "discovered": links.filter { $0.type == .discovered }.map(discovered).unlessEmpty,
            ])
        }
    }

    private func link(_ link: Link, of node: Node) -> JSONValue {
        .fixture([
            "id": link.id, "mode": link.mode, "subnet": link.subnetID.flatMap { names.subnets[$0] },
            "ip_address": link.ip,
            "default_gateway": [node.gatewayLinkIPv4, node.gatewayLinkIPv6].contains(link.id).unless(false),
        ])
    }

    private func discovered(_ link: Link) -> JSONValue {
        .fixture(["subnet": link.subnetID.flatMap { names.subnets[$0] }, "ip_address": link.ip])
    }
}
