import Formats
import MAASRegion

extension Gateways {
    package func write(into json: inout JSONWriter) {
        json.object("default_gateways") { json in
            for (family, gateway) in [("ipv4", ipv4), ("ipv6", ipv6)] {
                json.object(named: family) { json in
                    json.field("gateway_ip", gateway.ip)
                    json.field("link_id", gateway.linkID)
                }
            }
        }
    }
}
