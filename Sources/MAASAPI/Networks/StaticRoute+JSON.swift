import Formats
import MAASRegion
import SQLite

extension StaticRoute {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let (source, destination) = (try Subnet.find(db, id: sourceID), try Subnet.find(db, id: destinationID))
        try json.object { json in
            json.key("source")
            try source?.write(db, into: &json)
            json.key("destination")
            try destination?.write(db, into: &json)
            json.field("gateway_ip", gatewayIP)
            json.field("metric", metric)
            json.field("id", id)
            json.field("resource_uri", "\(Dispatch.root)static-routes/\(id)/")
        }
    }
}
