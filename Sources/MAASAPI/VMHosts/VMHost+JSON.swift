import Formats
import MAASRegion
import SQLite

extension VMHost.Resources {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("cores", cores)
            json.field("memory", memory)
            json.field("local_storage", localStorage)
        }
    }
}

extension VMHost {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let total = try total(db)
        let used = try used(db)
        let available = total - used
        let hostSystemID = try hostNode(db).flatMap { try Node.find(db, id: $0)?.systemID }
        try json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("type", type.rawValue)
            json.field("version", version)
            json.field("architectures", architectures)
            json.field("capabilities", capabilities)
            json.field("tags", tags)
            json.key("total")
            total.write(into: &json)
            json.key("used")
            used.write(into: &json)
            json.key("available")
            available.write(into: &json)
            try json.array("storage_pools", of: try storagePools(db)) { try $1.write(db, into: &$0) }
            json.key("zone")
            try Zone.find(db, id: zoneID)?.write(into: &json)
            json.key("pool")
            try ResourcePool.find(db, id: poolID)?.write(into: &json)
            json.object("host") { json in
                json.field("system_id", hostSystemID)
                json.field("__incomplete__", true)
            }
            json.field("cpu_over_commit_ratio", cpuOverCommitRatio)
            json.field("memory_over_commit_ratio", memoryOverCommitRatio)
            json.field("default_macvlan_mode", defaultMacvlanMode)
            json.field("resource_uri", "\(Dispatch.root)vm-hosts/\(id)/")
        }
    }
}
