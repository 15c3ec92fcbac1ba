import Formats
import MAASRegion
import SQLite

extension StaticRoute {
    /// - Parameter networks: Those that hold its subnets.
    func write(_ networks: NetworkSet, into json: inout JSONWriter) {
        json.object { json in
            json.key("source")
            networks.subnets[sourceID]?.write(networks, into: &json)
            json.key("destination")
            networks.subnets[destinationID]?.write(networks, into: &json)
            json.field("gateway_ip", gatewayIP)
            json.field("metric", metric)
            json.field("id", id)
            json.field("resource_uri", "\(Dispatch.root)static-routes/\(id)/")
        }
    }
}
