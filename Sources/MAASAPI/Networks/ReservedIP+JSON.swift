import Formats
import MAASRegion
import SQLite

extension ReservedIP {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let subnet = try Subnet.find(db, id: subnetID)
        try json.object { json in
            json.field("id", id)
            json.field("ip", ip)
            json.key("subnet")
            try subnet?.write(db, into: &json)
            json.field("mac_address", macAddress)
            json.field("comment", comment)
            json.field("resource_uri", "\(Dispatch.root)reservedips/\(id)/")
        }
    }
}
