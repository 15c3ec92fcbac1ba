import Formats
import MAASRegion
import SQLite

extension Fabric {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let vlans = try VLAN.all(db, ofFabric: id)
        write(vlans, try NetworkSet(db, of: [], vlans: vlans.map(\.id)), into: &json)
    }

    /// - Parameters:
    ///   - vlans: Its VLANs.
    ///   - networks: Those that hold the VLANs which relay for these.
    func write(_ vlans: [VLAN], _ networks: NetworkSet, into json: inout JSONWriter) {
        json.object { json in
            json.field("class_type", classType)
            json.field("id", id)
            json.field("name", name)
            json.array("vlans", of: vlans) { $1.write(networks, into: &$0) }
            json.field("resource_uri", "\(Dispatch.root)fabrics/\(id)/")
        }
    }
}
