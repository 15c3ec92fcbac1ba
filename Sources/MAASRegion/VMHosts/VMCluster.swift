import Formats
import SQLite

/// An LXD cluster: VM hosts that were found together. It comes and goes with its members.
package struct VMCluster {
    package let id: Int
    package let name: String
    package let project: String
    package let zoneID: Int
    package let poolID: Int

    package init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        project = try row["project"]
        zoneID = try row["zone_id"]
        poolID = try row["pool_id"]
    }

    package static func all(_ db: Connection) throws -> [VMCluster] {
        try db.query("SELECT * FROM vm_clusters ORDER BY id", row: VMCluster.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> VMCluster? {
        try db.first("SELECT * FROM vm_clusters WHERE id = ?", id, row: VMCluster.init)
    }

    /// Makes a cluster where its first member is; answers its id.
    package static func create(_ state: RegionState, name: String, of host: VMHost) throws -> Int {
        try state.db.insert(
            into: "vm_clusters",
            [
                "name": name, "project": host.project ?? "", "zone_id": host.zoneID, "pool_id": host.poolID,
                "created": try state.now,
            ])
    }

    package func hosts(_ db: Connection) throws -> [VMHost] { try VMHost.all(db, cluster: id) }

    /// Changes the cluster: what is `nil` stays. Its hosts move with it.
    package func update(_ db: Connection, name: String?, zone: Int?, pool: Int?) throws {
        let (zoneID, poolID) = (zone ?? self.zoneID, pool ?? self.poolID)
        try db.update(
            "vm_clusters", id: id, ["name": name ?? self.name, "zone_id": zoneID, "pool_id": poolID])
        for host in try hosts(db) {
            if zoneID != self.zoneID { try db.update("vm_hosts", id: host.id, ["zone_id": zoneID]) }
            if poolID != self.poolID { try db.update("vm_hosts", id: host.id, ["pool_id": poolID]) }
        }
    }

    /// Takes the cluster and its hosts out of the region.
    /// - Parameter decompose: Destroy the VMs on the hardware too.
    package func delete(_ state: RegionState, decompose: Bool) throws {
        guard let member = try hosts(state.db).first else {
            try state.db.execute("DELETE FROM vm_clusters WHERE id = ?", id)
            return
        }
        try member.delete(state, decompose: decompose)
    }

    /// A storage pool of the same name on every member; only Ceph's is one and the same.
    package struct Pool {
        package let name: String
        package let backend: String
        package let path: String
        /// bytes, as are the other sizes
        package var total = 0
        package var allocatedTracked = 0
        package var allocatedOther = 0
    }

    package func pools(_ db: Connection) throws -> [Pool] {
        var pools: [Pool] = []
        for host in try hosts(db) {
            let machines = try VirtualMachine.all(db, host: host.id)
            for found in try host.storagePools(db) {
                let index: Int
                if let known = pools.firstIndex(where: { $0.name == found.name }) {
                    index = known
                    if found.type != "ceph" { pools[index].total = [pools[index].total, found.total].saturatedSum }
                } else {
                    index = pools.count
                    pools.append(Pool(name: found.name, backend: found.type, path: found.path, total: found.total))
                }
                for machine in machines {
                    let sizes = try machine.disks(db).filter { $0.storagePool == found.id }.map(\.size)
                    if machine.project == project {
                        pools[index].allocatedTracked = ([pools[index].allocatedTracked] + sizes).saturatedSum
                    } else {
                        pools[index].allocatedOther = ([pools[index].allocatedOther] + sizes).saturatedSum
                    }
                }
            }
        }
        return pools
    }
}

extension VMHost.Resources {
    package static func - (left: Self, right: Self) -> Self {
        Self(
            cores: left.cores.saturatedMinus(right.cores), memory: left.memory.saturatedMinus(right.memory),
            localStorage: left.localStorage.saturatedMinus(right.localStorage))
    }
}
