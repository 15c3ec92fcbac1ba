import Formats
import MAASRegion
import SQLite

extension IPRange {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let subnet = try Subnet.find(db, id: subnetID)
        let user = try userID.flatMap { try User.find(db, id: $0) }
        try json.object { json in
            json.key("subnet")
            try subnet?.write(db, into: &json)
            json.field("type", type)
            json.field("start_ip", startIP)
            json.field("end_ip", endIP)
            json.key("user")
            if let user { user.write(into: &json) } else { json.null() }
            json.field("comment", comment)
            json.field("id", id)
            json.field("resource_uri", "\(Dispatch.root)ipranges/\(id)/")
        }
    }
}
