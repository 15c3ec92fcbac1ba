import Formats
import MAASRegion

extension Discovery {
    /// - Parameter observers: Those of all that are written.
    func write(_ version: MAASVersion, _ observers: Observers, into json: inout JSONWriter) {
        let interface = observers.interfaces[interfaceID]
        let observer = interface?.nodeID.flatMap { observers.nodes[$0] }
        let vlan = interface?.vlanID.flatMap { observers.networks.vlans[$0] }
        json.object { json in
            json.field("discovery_id", id)
            json.field("ip", ip)
            json.field("mac_address", macAddress)
            json.field("mac_organization", macOrganization)
            json.field("last_seen", Timestamp.iso(lastSeen, zoned: version.has(.zonedTimes)))
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
