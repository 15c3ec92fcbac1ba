import Formats
import MAASRegion
import SQLite

extension Space {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let vlans = try VLAN.all(db, ofSpace: id == -1 ? nil : id)
        let subnets = try Subnet.all(db).filter { subnet in vlans.contains { $0.id == subnet.vlanID } }
        write(vlans, subnets, try NetworkSet(db, of: subnets, vlans: vlans.map(\.id)), into: &json)
    }

    /// - Parameters:
    ///   - vlans: Its VLANs.
    ///   - subnets: The subnets on these.
    ///   - networks: Those that hold all of them.
    func write(_ vlans: [VLAN], _ subnets: [Subnet], _ networks: NetworkSet, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("description", description)
            json.array("vlans", of: vlans) { $1.write(networks, into: &$0) }
            json.array("subnets", of: subnets) { $1.write(networks, into: &$0) }
            json.field("resource_uri", "\(Dispatch.root)spaces/\(id == -1 ? Self.undefinedName : String(id))/")
        }
    }
}
