import Formats
import MAASRegion
import SQLite

/// Machines.
extension FixtureWriter {
    func machines(_ facts: FactsByNode) throws -> [JSONValue] {
        let nodes = try Node.all(db, .machine)
        let details = try NodeDetails(db, nodes)
        let (runs, power) = (try RunStatuses(db), try PowerOfNodes(db, names))
        let plays = try state.setting("plays") ?? "clock"
        let behaviours = try BMCBehaviour.all(db)
        let rows = Dictionary(
            try db.query("SELECT id, license_key, plays_external FROM nodes WHERE node_type = 0") { row in
                (
                    try row["id"] as Int,
                    (
                        license: try row["license_key"] as String?,
                        plays: try row["plays_external"] as Bool ? "external" : "clock"
                    )
                )
            }
        ) { first, _ in first }
        return nodes.map { node in
            var members = placement(of: node, details)
            members.merge(system(of: node, license: rows[node.id]?.license)) { $1 }
            members.merge(power.members(of: node)) { $1 }
            members.merge(runs.members(of: node)) { $1 }
            members["interfaces"] = .array(interfaces(of: node, details.interfaces))
            members["boot_interface"] = details.interfaces.interfaces(of: node.id).first {
                $0.id == node.bootInterfaceID
            }
            .map { .string($0.name) }
            if let storage = details.storage(of: node) { members.merge(FixtureStorage(storage).members) { $1 } }
            members["bmc"] = behaviours[node.id].map(bmc)
            members["details"] = facts.details(of: node) ?? (runs.isDescribed(node) ? .null : nil)
            if let own = rows[node.id]?.plays, own != plays { members["plays"] = .string(own) }
            return .object(members)
        }
    }

    private typealias Members = [String: JSONValue]

    /// What it is, and where it belongs.
    private func placement(of node: Node, _ details: NodeDetails) -> Members {
        let isVM = node.parentID != nil && node.bmcID.flatMap { names.vmHosts[$0] } != nil
        return Self.members([
            "hostname": node.hostname, "system_id": node.systemID, "status_name": node.status.label,
            "previous_status_name": node.previousStatus == .new ? nil : node.previousStatus.label,
            "owner": JSONValue.orNull(node.ownerName), "zone": names.zones[node.zoneID],
            "pool": node.poolID.flatMap { names.pools[$0] }, "domain": names.domains[node.domainID],
            "parent": isVM ? nil : node.parentID.flatMap { names.nodes[$0] },
            "description": node.description.unlessEmpty, "architecture": node.architecture,
            "cpu_count": node.cpuCount, "cpu_speed": node.cpuSpeed, "memory": node.memory, "swap_size": node.swapSize,
            "hardware_uuid": node.hardwareUUID, "tags": details.tags(of: node).unlessEmpty,
            "owner_data": details.annotations(of: node).unlessEmpty, "locked": node.locked.unless(false),
            "netboot": node.netboot.unless(true), "error_description": node.errorDescription.unlessEmpty,
            "bios_boot_method": node.biosBootMethod, "address_ttl": node.addressTTL, "is_dpu": node.isDPU.unless(false),
            // That of a VM host goes with it, unless the fixture says otherwise.
            "dynamic": node.isDynamic || node.bmcID == nil ? node.isDynamic : nil,
        ])
    }

    /// What is, or is to be, installed on it.
    private func system(of node: Node, license: String?) -> Members {
        Self.members([
            "osystem": node.osystem, "distro_series": node.distroSeries,
            "hwe_kernel": JSONValue.orNull(node.hweKernel), "min_hwe_kernel": node.minHWEKernel,
            "license_key": license?.unlessEmpty, "agent_name": node.agentName.unlessEmpty,
            "ephemeral_deploy": node.ephemeralDeploy.unless(false),
            "enable_hw_sync": node.enableHWSync.unless(false), "sync_interval": node.syncInterval,
            "enable_kernel_crash_dump": node.enableKernelCrashDump.unless(false),
        ])
    }

    private func bmc(_ behaviour: BMCBehaviour) -> JSONValue {
        .fixture([
            "failing": behaviour.failing.map(\.rawValue).sorted(), "reason": behaviour.reason,
            "response_time": behaviour.responseTime.unless(0), "credentials": behaviour.credentials.unlessEmpty,
        ])
    }

    static func members(_ members: KeyValuePairs<String, (any FixtureWritable)?>) -> [String: JSONValue] {
        members.reduce(into: [:]) { all, member in all[member.key] = member.value?.written }
    }
}
