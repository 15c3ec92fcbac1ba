import Formats
import MAASRegion
import SQLite

extension ReservedIP {
    /// - Parameter networks: Those that hold its subnet.
    func write(_ networks: NetworkSet, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("ip", ip)
            json.key("subnet")
            networks.subnets[subnetID]?.write(networks, into: &json)
            json.field("mac_address", macAddress)
            json.field("comment", comment)
            json.field("resource_uri", "\(Dispatch.root)reservedips/\(id)/")
        }
    }
}
