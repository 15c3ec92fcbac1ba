import Formats
import MAASRegion
import SQLite

extension VMCluster {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let hosts = try hosts(db)
        let machines = try hosts.flatMap { try VirtualMachine.all(db, host: $0.id) }
        let pools = try pools(db)
        let total = VMHost.Resources(
            cores: hosts.map(\.cores).saturatedSum, memory: hosts.map(\.memory).saturatedSum,
            localStorage: pools.map(\.total).saturatedSum)
        let used = VMHost.Resources(
            cores: machines.map(\.cores).saturatedSum, memory: machines.map(\.memory).saturatedSum,
            localStorage: pools.flatMap { [$0.allocatedTracked, $0.allocatedOther] }.saturatedSum)
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
                    json.object(named: pool.name) { json in
                        json.field(
                            "free", pool.total.saturatedMinus(pool.allocatedTracked).saturatedMinus(pool.allocatedOther)
                        )
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
