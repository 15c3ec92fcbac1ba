import Formats
import MAASRegion

extension ImplicitName {
    package func write(domain: Domain, into json: inout JSONWriter) {
        json.object { json in
            json.field("address_ttl", nil)
            json.field("fqdn", "\(label).\(domain.name)")
            json.field("ip_addresses", nil)
            json.field("id", -1)
            json.array("resource_records", of: records) { json, record in
                json.object { json in
                    json.field("system_id", record.systemID)
                    json.field("node_type", record.nodeType)
                    json.field("user_id", record.userID)
                    json.field("dnsresource_id", record.resourceID)
                    json.field("ttl", nil)
                    json.field("rrtype", record.rrtype)
                    json.field("rrdata", record.ip)
                    json.field("dnsdata_id", nil)
                }
            }
            json.field("resource_uri", "\(Dispatch.root)dnsresources/-1/")
        }
    }
}
