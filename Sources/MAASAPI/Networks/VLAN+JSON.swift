import Formats
import MAASRegion
import SQLite

extension VLAN {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        write(try NetworkSet(db, of: [], vlans: [id]), into: &json)
    }

    /// - Parameter networks: Those that hold it and the VLANs that relay for it.
    func write(_ networks: NetworkSet, into json: inout JSONWriter) {
        let relay = relayVLANID.flatMap { networks.vlans[$0] }
        json.object { json in
            json.field("vid", vid)
            json.field("mtu", mtu)
            json.field("dhcp_on", dhcpOn)
            json.field("external_dhcp", externalDHCP)
            json.key("relay_vlan")
            if let relay { relay.write(networks, into: &json) } else { json.null() }
            json.field("name", name)
            json.field("fabric", fabricName)
            json.field("fabric_id", fabricID)
            json.field("primary_rack", primaryRack)
            json.field("secondary_rack", secondaryRack)
            json.field("space", spaceName ?? "undefined")
            json.field("id", id)
            json.field("resource_uri", "\(Dispatch.root)vlans/\(id)/")
        }
    }
}
