import Formats
import MAASRegion
import SQLite

extension IPRange {
    /// - Parameters:
    ///   - networks: Those that hold its subnet.
    ///   - users: Among whom is the one who made it.
    func write(_ networks: NetworkSet, _ users: [Int: User], into json: inout JSONWriter) {
        let user = userID.flatMap { users[$0] }
        json.object { json in
            json.key("subnet")
            networks.subnets[subnetID]?.write(networks, into: &json)
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
