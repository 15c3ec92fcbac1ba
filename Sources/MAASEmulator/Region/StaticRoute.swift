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
}
