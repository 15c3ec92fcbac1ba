import Formats
import MAASRegion
import SQLite

/// How the machines of a region are powered: each by a BMC, or as a VM of a VM host.
struct PowerOfNodes {
    private struct Way {
        let type: String
        let ofBMC: [String: JSONValue]
        let ofNode: [String: JSONValue]
        /// The VM host that it is a VM of.
        let vmHost: String?
    }

    private let ways: [Int: Way]

    init(_ db: Connection, _ names: RegionNames) throws {
        let rows = try db.query(
            """
            SELECT nodes.id AS id, power_type, power_parameters, instance_parameters, vm_host_id
            FROM nodes JOIN bmcs ON bmcs.id = bmc_id
            LEFT JOIN virtual_machines ON machine_id = nodes.id AND vm_host_id = bmc_id
            """
        ) { row in
            func object(_ column: String) throws -> [String: JSONValue] {
                if case .object(let members) = try JSONValue(column: column, of: row) { members } else { [:] }
            }
            let host = try row["vm_host_id"] as Int?
            return (
                try row["id"] as Int,
                Way(
                    type: try row["power_type"], ofBMC: try object("power_parameters"),
                    ofNode: try object("instance_parameters"), vmHost: host.flatMap { names.vmHosts[$0] })
            )
        }
        ways = Dictionary(rows) { first, _ in first }
    }

    /// What a fixture says of a machine's power.
    func members(of node: Node) -> [String: JSONValue] {
        var members: [String: JSONValue] = ["power_state": .string(node.powerState.rawValue)]
        guard let way = ways[node.id] else {
            members["power_type"] = .string("")
            return members
        }
        if let host = way.vmHost {
            members["vm_host"] = .string(host)
            members["power_parameters"] = .object(way.ofNode)
        } else {
            members["power_type"] = .string(way.type)
            members["power_parameters"] = .object(way.ofBMC.merging(way.ofNode) { $1 })
        }
        return members
    }
}
