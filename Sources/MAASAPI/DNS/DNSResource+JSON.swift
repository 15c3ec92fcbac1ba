import Formats
import MAASRegion
import SQLite

extension DNSResource {
    package func write(_ db: Connection, into json: inout JSONWriter) throws {
        let addresses = try HeldAddress.all(db, dnsResource: id)
        let records = try DNSRecord.all(db, resource: id)
        write(addresses, try HeldAddressDetails(db, addresses), records, into: &json)
    }

    /// - Parameters:
    ///   - addresses: Its addresses, whose surroundings are among the details.
    ///   - records: Its records.
    func write(
        _ addresses: [HeldAddress], _ details: HeldAddressDetails, _ records: [DNSRecord],
        into json: inout JSONWriter
    ) {
        json.object { json in
            json.field("address_ttl", addressTTL)
            json.field("fqdn", fqdn)
            json.array("ip_addresses", of: addresses) { $1.write(details, into: &$0) }
            json.field("id", id)
            json.array("resource_records", of: records) { $1.write(into: &$0) }
            json.field("resource_uri", "\(Dispatch.root)dnsresources/\(id)/")
        }
    }
}

extension DNSRecord {
    package func write(into json: inout JSONWriter) {
        json.object { json in
            json.field("ttl", ttl)
            json.field("rrtype", rrtype)
            json.field("rrdata", rrdata)
            json.field("fqdn", fqdn)
            json.field("id", id)
            json.field("resource_uri", "\(Dispatch.root)dnsresourcerecords/\(id)/")
        }
    }
}
