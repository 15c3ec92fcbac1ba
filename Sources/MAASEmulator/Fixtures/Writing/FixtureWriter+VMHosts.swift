import Formats
import MAASRegion
import SQLite

/// Hypervisors that MAAS has been told of.
extension FixtureWriter {
    func vmHosts() throws -> [JSONValue] {
        let clusters = Dictionary(try VMCluster.all(db).map { ($0.id, $0.name) }) { first, _ in first }
        let standards = Dictionary(
            try db.query("SELECT id, default_storage_pool FROM vm_hosts") { (try $0[0] as Int, try $0[1] as String?) }
        ) { first, _ in first }
        let pools = try rows("storage_pools", "vm_host_id", "id") { row in
            let id: String = try row["pool_id"]
            return .fixture([
                "id": id, "name": try row["name"] as String, "type": try row["type"] as String,
                "path": try row["path"] as String, "total": try row["total"] as Int,
                "default": (standards[try row["vm_host_id"] as Int] == id).unless(false),
            ])
        }
        return try VMHost.all(db).map { host in
            var parameters: [String: JSONValue] = [:]
            if case .object(let members) = try host.powerParameters { parameters = members }
            let (address, project) = (
                parameters.removeValue(forKey: "power_address"), parameters.removeValue(forKey: "project")
            )
            return .fixture([
                "id": host.id, "name": host.name, "type": host.type.rawValue, "power_address": address,
                "project": project, "power_parameters": parameters.unlessEmpty, "zone": names.zones[host.zoneID],
                "pool": names.pools[host.poolID], "tags": host.tags, "version": host.version,
                "architectures": host.architectures, "capabilities": host.capabilities,
                "cpu_over_commit_ratio": host.cpuOverCommitRatio,
                "memory_over_commit_ratio": host.memoryOverCommitRatio,
                "default_macvlan_mode": host.defaultMacvlanMode, "host": host.hostNodeID.flatMap { names.nodes[$0] },
                "cluster": host.clusterID.flatMap { clusters[$0] },
                "total": ["cores": host.cores, "memory": host.memory], "cpu_speed": host.cpuSpeed.unless(0),
                "storage_pools": pools[host.id] ?? [],
            ])
        }
    }
}
