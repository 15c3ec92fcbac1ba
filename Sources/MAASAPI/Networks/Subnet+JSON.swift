import Formats
import MAASRegion
import SQLite

extension Subnet {
    /// - Parameter noGateway: What stands for a gateway that there is not: MAAS writes null, but an empty text right
    ///   after it stored the subnet.
    package func write(_ db: Connection, into json: inout JSONWriter, noGateway: String? = nil) throws {
        write(try NetworkSet(db, of: [self]), into: &json, noGateway: noGateway)
    }

    /// - Parameter networks: Those that hold its VLAN.
    func write(_ networks: NetworkSet, into json: inout JSONWriter, noGateway: String? = nil) {
        let vlan = networks.vlans[vlanID]
        json.object { json in
            json.field("name", name)
            json.field("description", description)
            json.key("vlan")
            vlan?.write(networks, into: &json)
            json.field("cidr", cidr)
            json.field("rdns_mode", rdnsMode)
            json.field("gateway_ip", gatewayIP ?? noGateway)
            json.field("dns_servers", dnsServers)
            json.field("allow_dns", allowDNS)
            json.field("allow_proxy", allowProxy)
            json.field("active_discovery", activeDiscovery)
            json.field("managed", managed)
            json.field("disabled_boot_architectures", disabledBootArchitectures)
            json.field("space", vlan?.spaceName ?? "undefined")
            json.field("id", id)
            json.field("resource_uri", "\(Dispatch.root)subnets/\(id)/")
        }
    }
}
