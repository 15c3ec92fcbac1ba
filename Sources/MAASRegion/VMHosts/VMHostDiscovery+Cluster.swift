import Formats
import SQLite

extension VMHostDiscovery {
    /// Takes over every member of the LXD cluster that a host turned out to be in (`sync_vmcluster`). Each gets a VM
    /// host named as LXD names the member; the cluster gets the name that the first one was told of.
    func adoptCluster(_ name: String, of hardware: HardwareHost, _ host: VMHost, for user: User) throws {
        let cluster = try host.clusterID ?? VMCluster.create(state, name: host.name, of: host)
        for member in try HardwareHost.members(db, ofCluster: name) {
            guard member.isReachable else {
                throw HypervisorFailure.unreachable(
                    "Pod \(host.id): Failed to connect to the LXD REST API: \(member.address)")
            }
            let id = try member.id == hardware.id ? host.id : self.host(member, cluster: cluster, like: host)
            try db.update("vm_hosts", id: id, ["name": member.name, "cluster_id": cluster])
            try adopt(member, host: id, for: user)
        }
    }

    /// The VM host of another member, made when there is none yet.
    private func host(_ member: HardwareHost, cluster: Int, like first: VMHost) throws -> Int {
        let known: Int? = try db.scalar(
            "SELECT id FROM vm_hosts WHERE cluster_id = ? AND name = ?", cluster, member.name)
        if let known { return known }
        guard case .object(var power) = try first.powerParameters, let group = try VMCluster.find(db, id: cluster)
        else {
            return first.id
        }
        power["power_address"] = .string(member.address)
        power["instance_name"] = .string(member.name)
        let id = try db.insert(
            into: "bmcs", ["power_type": VMHostType.lxd, "power_parameters": JSONValue.object(power).text])
        try db.insert(
            into: "vm_hosts",
            [
                "id": id, "name": member.name, "zone_id": group.zoneID, "pool_id": group.poolID,
                "tags": JSONValue.text(of: [Self.consoleTag]), "created": try state.now,
            ])
        return id
    }
}
