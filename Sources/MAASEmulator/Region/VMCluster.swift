import Formats
import SQLite

/// An LXD cluster: VM hosts that were found together. It comes and goes with its members.
struct VMCluster {
    let id: Int
    let name: String
    let project: String
    let zoneID: Int
    let poolID: Int

    init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        project = try row["project"]
        zoneID = try row["zone_id"]
        poolID = try row["pool_id"]
    }

    static func all(_ db: Connection) throws -> [VMCluster] {
        try db.query("SELECT * FROM vm_clusters ORDER BY id", row: VMCluster.init)
    }

    static func find(_ db: Connection, id: Int) throws -> VMCluster? {
        try db.first("SELECT * FROM vm_clusters WHERE id = ?", id, row: VMCluster.init)
    }

    func hosts(_ db: Connection) throws -> [VMHost] { try VMHost.all(db).filter { $0.clusterID == id } }

    /// A storage pool of the same name on every member; only Ceph's is one and the same.
    struct Pool {
        let name: String
        let backend: String
        let path: String
        /// bytes, as are the other sizes
        var total = 0
        var allocatedTracked = 0
        var allocatedOther = 0
    }

    func pools(_ db: Connection) throws -> [Pool] {
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

    func write(_ db: Connection, into json: inout JSONWriter) throws {
        let hosts = try hosts(db)
        let machines = try hosts.flatMap { try VirtualMachine.all(db, host: $0.id) }
        let pools = try pools(db)
        let total = VMHost.Resources(
            cores: hosts.reduce(0) { $0 + $1.cores }, memory: hosts.reduce(0) { $0 + $1.memory },
            localStorage: pools.reduce(0) { $0 + $1.total })
        let used = VMHost.Resources(
            cores: machines.reduce(0) { $0 + $1.cores }, memory: machines.reduce(0) { $0 + $1.memory },
            localStorage: pools.reduce(0) { $0 + $1.allocatedTracked + $1.allocatedOther })
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("project", project)
            json.field("vmhost_count", hosts.count)
            json.field("vm_count", machines.filter { $0.project == project }.count)
            json.field("version", hosts.first?.version ?? "")
            json.key("total")
            total.write(into: &json)
            json.key("used")
            used.write(into: &json)
            json.key("available")
            (total - used).write(into: &json)
            json.object("storage_pools") { json in
                for pool in pools {
                    json.object(pool.name) { json in
                        json.field("free", pool.total - pool.allocatedTracked - pool.allocatedOther)
                        json.field("total", pool.total)
                        json.field("allocated_tracked", pool.allocatedTracked)
                        json.field("allocated_other", pool.allocatedOther)
                        json.field("path", pool.path)
                        json.field("backend", pool.backend)
                    }
                }
            }
            json.field("resource_uri", "\(Dispatch.root)vm-clusters/\(id)")
        }
    }
}

extension VMHost.Resources {
    static func - (left: Self, right: Self) -> Self {
        Self(
            cores: left.cores - right.cores, memory: left.memory - right.memory,
            localStorage: left.localStorage - right.localStorage)
    }
}
