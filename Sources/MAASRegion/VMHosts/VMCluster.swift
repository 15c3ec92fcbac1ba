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

    package func hosts(_ db: Connection) throws -> [VMHost] { try VMHost.all(db).filter { $0.clusterID == id } }

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
                    if found.type != "ceph" { pools[index].total += found.total }
                } else {
                    index = pools.count
                    pools.append(Pool(name: found.name, backend: found.type, path: found.path, total: found.total))
                }
                for machine in machines {
                    let size = try machine.disks(db).filter { $0.storagePool == found.id }.reduce(0) { $0 + $1.size }
                    if machine.project == project {
                        pools[index].allocatedTracked += size
                    } else {
                        pools[index].allocatedOther += size
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
            cores: left.cores - right.cores, memory: left.memory - right.memory,
            localStorage: left.localStorage - right.localStorage)
    }
}
