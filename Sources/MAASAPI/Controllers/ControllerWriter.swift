import Formats
import MAASRegion
import SQLite

/// Writes a controller as `rackcontrollers/` and `regioncontrollers/` show it (`api/rackcontrollers.py` and
/// `api/regioncontrollers.py`).
package struct ControllerWriter {
    /// The collection that it is shown in; racks also list their services.
    package enum Role {
        case rack, region

        /// The kinds of nodes that have it.
        package var kinds: [Node.Kind] {
            [self == .rack ? .rackController : .regionController, .regionAndRackController]
        }
    }

    private let details: NodeDetails
    let role: Role

    /// - Parameter nodes: All that it is to write.
    package init(_ state: RegionState, _ role: Role, _ nodes: [Node]) throws {
        self.init(try NodeDetails(state.db, nodes), role)
    }

    init(_ details: NodeDetails, _ role: Role) {
        self.details = details
        self.role = role
    }

    /// - Parameter inList: MAAS lists one that is also a rack under the list's own path, and reads it under the racks'.
    package func write(_ node: Node, into json: inout JSONWriter, inList: Bool = false) {
        let domain = details.domain(of: node)
        let writer = InterfaceWriter(details.interfaces, of: node)
        let hasEvents = details.surroundings(of: node).event != nil
        json.object { json in
            json.field("system_id", node.systemID)
            json.field("hostname", node.hostname)
            json.field("fqdn", [node.hostname, domain?.name ?? ""].joined(separator: "."))
            json.field("description", node.description)
            json.field("hardware_uuid", node.hardwareUUID)
            json.key("domain")
            domain?.write(into: &json)
            json.key("zone")
            details.zone(of: node)?.write(into: &json)
            json.field("node_type", node.kind.rawValue)
            json.field("node_type_name", node.kind.label)
            json.field("tag_names", details.tags(of: node))
            json.field("version", node.version)
            json.field("architecture", node.architecture)
            json.field("cpu_count", node.cpuCount)
            json.field("cpu_speed", node.cpuSpeed)
            json.field("memory", node.memory)
            json.field("swap_size", node.swapSize)
            json.field("osystem", node.osystem)
            json.field("distro_series", node.distroSeries)
            json.field("power_type", node.powerType)
            json.field("power_state", node.powerState.rawValue)
            json.field("status_action", hasEvents ? "" : nil)
            json.object("hardware_info") { json in
                for key in MachineWriter.hardwareInfoKeys {
                    json.field(named: key, node.hardwareInfo[key] ?? "Unknown")
                }
            }
            json.field("ip_addresses", details.interfaces.addresses(of: node.id))
            json.array("interface_set", of: details.interfaces.interfaces(of: node.id)) { writer.write($1, into: &$0) }
            writeResults(node, &json)
            if role == .rack { writeServices(&json) }
            let isRegion = node.kind == .regionController || (inList && role == .region)
            let collection = isRegion ? "regioncontrollers" : "rackcontrollers"
            json.field("resource_uri", "\(Dispatch.root)\(collection)/\(node.systemID)/")
        }
    }

    private func writeResults(_ node: Node, _ json: inout JSONWriter) {
        json.field("current_commissioning_result_id", node.commissioningResultID)
        json.field("current_testing_result_id", node.testingResultID)
        json.field("current_installation_result_id", node.installationResultID)
        details.scripts(of: node).write(into: &json)
    }

    /// The services of a region and rack controller. None runs here, so MAAS would know nothing of them.
    private static let services = [
        "bind9", "temporal-worker", "temporal", "reverse_proxy", "regiond", "proxy", "syslog_region", "ntp_region",
        "ntp_rack", "rackd", "http", "proxy_rack", "agent", "syslog_rack", "tftp", "dhcpd6", "dhcpd",
    ]

    private func writeServices(_ json: inout JSONWriter) {
        json.array("service_set", of: Self.services) { json, name in
            json.object { json in
                json.field("name", name)
                json.field("status", "unknown")
                json.field("status_info", "")
            }
        }
    }
}
