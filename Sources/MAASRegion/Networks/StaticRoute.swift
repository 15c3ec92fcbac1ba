import Formats
import SQLite

/// A route from one subnet to another through a gateway in the first.
package struct StaticRoute: Entity {
    package static let table = "static_routes"
    package static let model = "StaticRoute"

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
        try db.query("SELECT * FROM static_routes ORDER BY changed", row: StaticRoute.init)
    }

    /// What can be said of a route.
    package struct Values {
        package let sourceID: Int
        package let destinationID: Int
        package let gatewayIP: String
        package let metric: Int

        package init(sourceID: Int, destinationID: Int, gatewayIP: String, metric: Int) {
            self.sourceID = sourceID
            self.destinationID = destinationID
            self.gatewayIP = gatewayIP
            self.metric = metric
        }

        fileprivate var columns: KeyValuePairs<String, (any SQLBindable)?> {
            [
                "source_id": sourceID, "destination_id": destinationID, "gateway_ip": gatewayIP, "metric": metric,
            ]
        }
    }

    /// Adds a route; answers its id.
    package static func insert(_ db: Connection, _ values: Values) throws -> Int {
        try db.insert(into: table, values.columns)
    }

    package func update(_ db: Connection, _ values: Values) throws {
        try db.update(Self.table, id: id, values.columns)
    }
}
