import Formats
import MAASRegion
import SQLite

/// Writes a device as `devices/` shows it: what a machine has, without power, storage and life.
struct DeviceWriter {
    private let details: NodeDetails

    /// - Parameter nodes: All that it is to write.
    init(_ state: RegionState, _ nodes: [Node]) throws { details = try NodeDetails(state.db, nodes) }

    init(_ details: NodeDetails) { self.details = details }

    package func write(_ node: Node, into json: inout JSONWriter) {
        let domain = details.domain(of: node)
        let annotations = details.annotations(of: node)
        let writer = InterfaceWriter(details.interfaces, of: node)
        json.object { json in
            json.field("system_id", node.systemID)
            json.field("hostname", node.hostname)
            json.field("fqdn", [node.hostname, domain?.name ?? ""].joined(separator: "."))
            json.field("description", node.description)
            json.key("domain")
            domain?.write(into: &json)
            json.key("zone")
            details.zone(of: node)?.write(into: &json)
            json.field("parent", details.surroundings(of: node).parent)
            json.field("owner", node.ownerName)
            json.field("owner_data", annotations)
            json.field("workload_annotations", annotations)
            json.field("tag_names", details.tags(of: node))
            json.field("address_ttl", node.addressTTL)
            json.field("node_type", node.kind.rawValue)
            json.field("node_type_name", node.kind.label)
            json.array("interface_set", of: details.interfaces.interfaces(of: node.id)) { writer.write($1, into: &$0) }
            json.field("ip_addresses", details.interfaces.addresses(of: node.id))
            json.field("resource_uri", "\(Dispatch.root)devices/\(node.systemID)/")
        }
    }
}
