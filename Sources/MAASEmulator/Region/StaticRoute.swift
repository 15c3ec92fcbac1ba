import Formats
import SQLite

/// A route from one subnet to another through a gateway in the first.
struct StaticRoute {
    let id: Int
    let sourceID: Int
    let destinationID: Int
    let gatewayIP: String
    let metric: Int

    init(_ row: Row) throws {
        id = try row["id"]
        sourceID = try row["source_id"]
        destinationID = try row["destination_id"]
        gatewayIP = try row["gateway_ip"]
        metric = try row["metric"]
    }

    static func all(_ db: Connection) throws -> [StaticRoute] {
        try db.query("SELECT * FROM static_routes ORDER BY id", row: StaticRoute.init)
    }

    static func find(_ db: Connection, id: Int) throws -> StaticRoute? {
        try db.first("SELECT * FROM static_routes WHERE id = ?", id, row: StaticRoute.init)
    }

    func write(_ db: Connection, into json: inout JSONWriter) throws {
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
