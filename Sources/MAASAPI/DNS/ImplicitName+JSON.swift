import Formats
import MAASRegion

extension ImplicitName {
    package func write(domain: Domain, into json: inout JSONWriter) {
        json.object { json in
            json.null("address_ttl")
            json.field("fqdn", "\(label).\(domain.name)")
            json.null("ip_addresses")
            json.field("id", -1)
            json.array("resource_records", of: records) { json, record in
                json.object { json in
                    json.field("system_id", record.systemID)
                    json.field("node_type", record.nodeType)
                    json.field("user_id", record.userID)
                    json.field("dnsresource_id", record.resourceID)
                    json.null("ttl")
                    json.field("rrtype", record.rrtype)
                    json.field("rrdata", record.ip)
                    json.null("dnsdata_id")
                }
            }
            json.field("resource_uri", "\(Dispatch.root)dnsresources/-1/")
        }
    }
}
