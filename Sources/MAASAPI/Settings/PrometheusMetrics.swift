import Formats
import MAASRegion

/// The region as Prometheus scrapes it, once the setting `prometheus_enabled` is on (MAAS: `prometheus/stats.py`).
struct PrometheusMetrics {
    private let state: RegionState
    private let statistics: RegionStatistics

    init(_ state: RegionState) throws {
        self.state = state
        statistics = try RegionStatistics(state)
    }

    /// One gauge with its values by their labels.
    private func gauge(_ name: String, _ about: String, _ values: [([(String, String)], Double)]) -> String {
        var lines = ["# HELP \(name) \(about)", "# TYPE \(name) gauge"]
        for (labels, value) in values {
            let all = (labels + [("maas_id", statistics.regionID)]).sorted { $0.0 < $1.0 }
            let text = all.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
            lines.append("\(name){\(text)} \(value)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
    }

    private func counted(_ name: String, _ about: String, by label: String, _ counts: [(String, Int)]) -> String {
        gauge(name, about, counts.map { ([(label, $0.0)], Double($0.1)) })
    }

    private func count(_ name: String, _ about: String, _ count: Int) -> String {
        gauge(name, about, [([], Double(count))])
    }

    /// What `metrics` answers.
    func text() -> String {
        [
            counted("maas_machines", "Number of machines by status", by: "status", statistics.machinesByStatus),
            counted("maas_nodes", "Number of nodes per type", by: "type", statistics.nodesByType),
            count("maas_net_spaces", "Number of network spaces", statistics.spaces),
            count("maas_net_fabrics", "Number of network fabrics", statistics.fabrics),
            count("maas_net_vlans", "Number of network VLANs", statistics.vlans),
            count("maas_net_subnets_v4", "Number of IPv4 subnets", statistics.subnetsV4),
            count("maas_net_subnets_v6", "Number of IPv6 subnets", statistics.subnetsV6),
            count("maas_machines_total_mem", "Memory of all machines, MiB", statistics.memory),
            count("maas_machines_total_cpu", "Cores of all machines", statistics.cores),
            count("maas_machines_total_storage", "Size of the disks of all machines, bytes", statistics.storage),
            count("maas_kvm_pods", "Number of VM hosts", statistics.vmHosts),
            count("maas_kvm_machines", "Number of machines on VM hosts", statistics.virtualMachines),
            counted(
                "maas_machine_arches", "Number of machines by architecture", by: "arches", statistics.architectures),
        ].joined()
    }

    /// What `metrics/endpoints` answers: where the controllers say how they are.
    func targets() throws -> String {
        var json = JSONWriter(.compact)
        json.array(of: statistics.controllers) { json, controller in
            json.object { json in
                json.field("targets", controller.addresses.map { "\($0):5239" })
                json.object("labels") { json in
                    json.field("__meta_prometheus_job", "maas")
                    json.field("maas_az", controller.zone)
                    json.field("maas_region", controller.isRegion ? "True" : "False")
                    json.field("maas_rack", controller.isRack ? "True" : "False")
                }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
