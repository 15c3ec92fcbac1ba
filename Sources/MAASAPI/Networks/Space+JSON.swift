import Formats
import MAASRegion
import SQLite

extension Space {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let vlans = try VLAN.all(db, ofSpace: id == -1 ? nil : id)
        let subnets = try Subnet.all(db).filter { subnet in vlans.contains { $0.id == subnet.vlanID } }
        try json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("description", description)
            try json.array("vlans", of: vlans) { try $1.write(db, into: &$0) }
            try json.array("subnets", of: subnets) { try $1.write(db, into: &$0) }
            json.field("resource_uri", "\(Dispatch.root)spaces/\(id == -1 ? Self.undefinedName : String(id))/")
        }
    }
}
