import Formats
import MAASRegion
import SQLite

extension Fabric {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let vlans = try VLAN.all(db, ofFabric: id)
        try json.object { json in
            json.field("class_type", classType)
            json.field("id", id)
            json.field("name", name)
            try json.array("vlans", of: vlans) { try $1.write(db, into: &$0) }
            json.field("resource_uri", "\(Dispatch.root)fabrics/\(id)/")
        }
    }
}
