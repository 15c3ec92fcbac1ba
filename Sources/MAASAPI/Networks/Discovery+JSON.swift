import Formats
import MAASRegion

extension Discovery {
    package func write(_ state: RegionState, into json: inout JSONWriter) throws {
        let db = state.db
        let interface = try Interface.find(db, id: interfaceID)
        let observer = try interface?.nodeID.flatMap { try Node.find(db, id: $0) }
        let vlan = try interface?.vlanID.flatMap { try VLAN.find(db, id: $0) }
        json.object { json in
            json.field("discovery_id", id)
            json.field("ip", ip)
            json.field("mac_address", macAddress)
            json.field("mac_organization", macOrganization)
            json.field("last_seen", Timestamp.iso(lastSeen, zoned: state.version.has(.zonedTimes)))
            json.field("hostname", hostname)
            json.field("fabric_name", vlan?.fabricName)
            json.field("vid", vid)
            json.object("observer") { json in
                json.field("system_id", observer?.systemID)
                json.field("hostname", observer?.hostname)
                json.field("interface_id", interfaceID)
                json.field("interface_name", interface?.name)
            }
            json.field("resource_uri", "\(Dispatch.root)discovery/\(id)/")
        }
    }
}
