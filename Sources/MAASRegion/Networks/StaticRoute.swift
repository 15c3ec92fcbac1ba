import Formats
import SQLite

/// A route from one subnet to another through a gateway in the first.
package struct StaticRoute {
    package let id: Int
    package let sourceID: Int
    package let destinationID: Int
    package let gatewayIP: String
    package let metric: Int

    package init(_ row: Row) throws {
        id = try row["id"]
        sourceID = try row["source_id"]
        destinationID = try row["destination_id"]
        gatewayIP = try row["gateway_ip"]
        metric = try row["metric"]
    }

    package static func all(_ db: Connection) throws -> [StaticRoute] {
        try db.query("SELECT * FROM static_routes ORDER BY id", row: StaticRoute.init)
    }

    package static func find(_ db: Connection, id: Int) throws -> StaticRoute? {
        try db.first("SELECT * FROM static_routes WHERE id = ?", id, row: StaticRoute.init)
    }
}
