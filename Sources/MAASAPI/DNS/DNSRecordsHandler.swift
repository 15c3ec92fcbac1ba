import MAASRegion
import SQLite

/// `dnsresourcerecords/`: records of DNS names that are no addresses (MAAS: `api/dnsresourcerecords.py`).
enum DNSRecordsHandler {
    package static let resources = [
        Resource(
            "dnsresourcerecords/", handler: "DNSResourceRecordsHandler", tier: .b, "Manage DNS records.",
            [
                .read(
                    "List DNS records",
                    parameters: [
                        "fqdn": "whole name", "name": "label", "domain": "id or name", "rrtype": "record type",
                    ], list),
                .create(
                    "Create a DNS record",
                    parameters: [
                        "fqdn": "whole name", "name": "label", "domain": "id or name",
                        "rrtype": "CNAME, MX, NS, SRV, SSHFP or TXT", "rrdata": "right-hand side", "ttl": "seconds",
                        "address_ttl": "seconds, for the addresses of a new name",
                        "ip_addresses": "addresses of a new name, parted by blanks",
                    ], access: .admin, create),
            ]),
        Resource(
            "dnsresourcerecords/{id}/", handler: "DNSResourceRecordHandler", tier: .b, "Manage a DNS record.",
            [
                .read("Read a DNS record", read),
                .update(
                    "Update a DNS record",
                    parameters: ["rrtype": "record type", "rrdata": "right-hand side", "ttl": "seconds"], update),
                .delete("Delete a DNS record", delete),
            ]),
    ]

    private static func list(_ context: Context) throws -> Reply {
        let rrtype = context.query["rrtype"]
        let (name, domain) = try DNSResourcesHandler.target(context.db, context.query, rrtype: rrtype)
        let records = try DNSRecord.all(context.db).filter { record in
            (name == nil || record.name == name) && (domain == nil || record.domainID == domain?.id)
                && (rrtype == nil || record.rrtype == rrtype)
        }
        return Reply.json { json in json.array(of: records) { $1.write(into: &$0) } }
    }

    private static func find(_ context: Context) throws -> DNSRecord {
        try Specifiers(db: context.db).one(.dnsData, context.segment("id"), find: DNSRecord.find)
    }

    private static func reply(_ context: Context, id: Int) throws -> Reply {
        guard let found = try DNSRecord.find(context.db, id: id) else { throw Refusal.notFound("DNSData") }
        return Reply.json { found.write(into: &$0) }
    }

    private static func read(_ context: Context) throws -> Reply {
        try reply(context, id: find(context).id)
    }

    private static func create(_ context: Context) throws -> Reply {
        let db = context.db
        guard let rrtype = context.form["rrtype"] else { throw Refusal.invalid("rrtype must be provided.") }
        guard context.form["rrdata"] != nil else { throw Refusal.invalid("rrdata must be provided.") }
        let (name, domain) = try DNSResourcesHandler.target(db, context.form, rrtype: rrtype)
        guard let name, let domain else {
            throw Refusal.invalid("Either name and domain (or fqdn) must be specified")
        }
        let resource =
            try DNSResource.find(db, name: name, domain: domain.id)?.id
            ?? DNSResourcesHandler.create(context, name: name, domain: domain)
        let record = try fields(context, nil, resource: resource)
        let id = try DNSRecord.insert(
            db, resource: resource, rrtype: record.rrtype, rrdata: record.rrdata, ttl: record.ttl)
        return try reply(context, id: id)
    }

    private static func update(_ context: Context) throws -> Reply {
        let old = try find(context)
        try context.requireAdmin()
        let record = try fields(context, old, resource: old.resourceID)
        try old.update(context.db, rrtype: record.rrtype, rrdata: record.rrdata, ttl: record.ttl)
        return try reply(context, id: old.id)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let old = try find(context)
        try context.requireAdmin()
        try old.delete(context.db)
        return .deleted
    }

    private static func fields(
        _ context: Context, _ old: DNSRecord?, resource: Int
    ) throws -> (rrtype: String, rrdata: String, ttl: Int?) {
        var form = Form(context.form)
        let sentType = form.raw("rrtype", required: old == nil || form.isSent("rrtype")).value
        let sentData = form.text("rrdata", required: old == nil || form.isSent("rrdata")).value
        let ttl = form.integer("ttl", min: 0, max: Int(Int32.max))
        let rrtype = (sentType ?? old?.rrtype ?? "").uppercased()
        let rrdata = sentData ?? old?.rrdata ?? ""
        if !rrtype.isEmpty, !DNSRecord.types.contains(rrtype) {
            form.add("rrtype", "\(rrtype) is not one of \(DNSRecord.types.joined(separator: " ")).")
        }
        // The record as a whole is looked at whatever is wrong with its fields.
        if let problem = DNSRecordData.problem(rrtype, rrdata) {
            form.addToAll(problem)
        } else if old == nil {
            try checkAlias(&form, context.db, rrtype, resource)
        }
        try form.check()
        return (rrtype, rrdata, ttl.orKeep(old?.ttl))
    }

    /// A CNAME stands alone.
    private static func checkAlias(
        _ form: inout Form, _ db: Connection, _ rrtype: String, _ resource: Int
    ) throws {
        let records = try DNSRecord.all(db, resource: resource)
        let hasAlias = records.contains { $0.rrtype == "CNAME" }
        let hasOthers =
            try records.contains { $0.rrtype != "CNAME" } || !HeldAddress.all(db, dnsResource: resource).isEmpty
        if rrtype == "CNAME" ? hasOthers : hasAlias {
            form.addToAll("CNAME records for a name cannot coexist with non-CNAME records.")
        } else if rrtype == "CNAME", hasAlias {
            form.addToAll("Only one CNAME can be associated with a name.")
        }
    }
}
