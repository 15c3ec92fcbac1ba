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
        write(try VMHostDetails(db, [self]), into: &json)
    }

    /// - Parameter details: Those of all hosts that are written.
    func write(_ details: VMHostDetails, into json: inout JSONWriter) {
        let total = details.total(self)
        let used = details.used(self)
        let available = total - used
        json.object { json in
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
            json.array("storage_pools", of: details.storagePools(self)) { $1.write(into: &$0) }
            json.key("zone")
            details.zone(of: self)?.write(into: &json)
            json.key("pool")
            details.pool(of: self)?.write(into: &json)
            json.object("host") { json in
                json.field("system_id", details.systemID(of: self))
                json.field("__incomplete__", true)
            }
            json.field("cpu_over_commit_ratio", cpuOverCommitRatio)
            json.field("memory_over_commit_ratio", memoryOverCommitRatio)
            json.field("default_macvlan_mode", defaultMacvlanMode)
            json.field("resource_uri", "\(Dispatch.root)vm-hosts/\(id)/")
        }
    }
}
