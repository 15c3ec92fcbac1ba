import Addresses
import Formats
import MAASRegion
import SQLite

/// `dnsresources/`: DNS names with addresses (MAAS: `api/dnsresources.py`).
enum DNSResourcesHandler {
    package static let resources = [
        Resource(
            "dnsresources/", handler: "DNSResourcesHandler", tier: .a, "Manage DNS resources.",
            [
                .read(
                    "List DNS resources",
                    parameters: [
                        "fqdn": "whole name", "name": "label", "domain": "id or name", "rrtype": "record type",
                        "all": "also what MAAS serves by itself",
                    ], list),
                .create("Create a DNS resource", parameters: parameters, access: .admin, create),
            ]),
        Resource(
            "dnsresources/{id}/", handler: "DNSResourceHandler", tier: .a, "Manage a DNS resource.",
            [
                .read("Read a DNS resource", read),
                .update("Update a DNS resource", parameters: parameters, update),
                .delete("Delete a DNS resource", delete),
            ]),
    ]

    private static let parameters: KeyValuePairs<String, String> = [
        "fqdn": "whole name", "name": "label", "domain": "id or name", "address_ttl": "seconds",
        "ip_addresses": "addresses or their ids, parted by blanks or commas",
    ]

    /// The name and the domain that a request means, by `name` and `domain`, or by `fqdn` when neither was sent.
    package static func target(
        _ db: Connection, _ parameters: Parameters, rrtype: String?
    ) throws -> (name: String?, domain: Domain?) {
        var name = parameters["name"]
        var domain = parameters["domain"]
        if name == nil, domain == nil, let fqdn = parameters["fqdn"] {
            if ["", "@", "*"].contains(fqdn) { return (fqdn, nil) }
            guard let cut = try DNSName.cut(db, fqdn, rrtype: rrtype) else {
                throw Refusal.unexpected("cannot unpack non-iterable NoneType object")
            }
            (name, domain) = (cut.name, cut.domain)
        }
        guard let domain else { return (name, nil) }
        // Everything but a number MAAS looks up as a name.
        let specifier = domain.isDigits ? domain : "name:\(domain)"
        return (name, try Specifiers(db: db).one(.domain, specifier, find: Domain.find))
    }

    private static func list(_ context: Context) throws -> Reply {
        let db = context.db
        let rrtype = context.query["rrtype"]?.uppercased()
        let includesImplicit = try Form(context.query).strictFlag("all", default: false)
        let (name, domain) = try target(db, context.query, rrtype: rrtype)
        let named = try DNSResource.all(db).filter { resource in
            if let name, resource.name != name { return false }
            return domain == nil || resource.domainID == domain?.id
        }
        let records = try DNSRecord.all(db, resources: named.map(\.id))
        let resources = named.filter { resource in
            guard let rrtype else { return true }
            return records[resource.id]?.contains { $0.rrtype == rrtype } ?? false
        }
        let addresses = try HeldAddress.all(db, dnsResources: resources.map(\.id))
        let details = try HeldAddressDetails(db, addresses.values.flatMap(\.self))
        let implicit = try includesImplicit ? ImplicitNames(db) : nil
        let domains = try domain.map { [$0] } ?? Domain.all(db)
        let byDomain = Dictionary(grouping: resources, by: \.domainID)
        return Reply.json { json in
            json.array { json in
                // Domains that have names come first, in order, then those without.
                let used = domains.filter { byDomain[$0.id] != nil }
                let unused = domains.filter { byDomain[$0.id] == nil }
                for domain in used + unused {
                    if let implicit { write(implicit.all(of: domain), of: domain, name, rrtype, into: &json) }
                    for resource in byDomain[domain.id] ?? [] {
                        resource.write(
                            addresses[resource.id] ?? [], details, records[resource.id] ?? [], into: &json)
                    }
                }
            }
        }
    }

    private static func write(
        _ names: [ImplicitName], of domain: Domain, _ name: String?, _ rrtype: String?, into json: inout JSONWriter
    ) {
        for var implicit in names where name == nil || implicit.label == name {
            if let rrtype { implicit.records.removeAll { $0.rrtype != rrtype } }
            if !implicit.records.isEmpty { implicit.write(domain: domain, into: &json) }
        }
    }

    private static func find(_ context: Context) throws -> DNSResource {
        try Specifiers(db: context.db).one(.dnsResource, context.segment("id"), find: DNSResource.find)
    }

    private static func reply(_ context: Context, id: Int) throws -> Reply {
        guard let found = try DNSResource.find(context.db, id: id) else { throw Refusal.notFound("DNSResource") }
        return try Reply.json { try found.write(context.db, into: &$0) }
    }

    private static func read(_ context: Context) throws -> Reply {
        try reply(context, id: find(context).id)
    }

    private static func create(_ context: Context) throws -> Reply {
        let (name, domain) = try target(context.db, context.form, rrtype: "A")
        return try reply(context, id: create(context, name: name, domain: domain))
    }

    /// Adds a name; answers its id.
    package static func create(_ context: Context, name: String?, domain: Domain?) throws -> Int {
        var form = Form(context.form)
        let label = name?.strippedOfBlanks ?? ""
        if label.isEmpty { form.add("name", Form.required) }
        if domain == nil { form.add("domain", Form.required) }
        let ttl = form.integer("address_ttl", min: 0, max: Int(Int32.max))
        let words = addressWords(context)
        try check(&form, context.db, label, domain?.id, except: nil, hasAddresses: words != nil, words ?? [])
        try form.check()
        let addresses = try addresses(context)
        let id = try DNSResource.insert(context.db, name: label, domain: domain?.id, addressTTL: ttl.value)
        try DNSResource.setAddresses(context.db, of: id, addresses ?? [])
        return id
    }

    /// - Throws: `Refusal` where addresses come with no name: MAAS looks for it without asking whether it was taken.
    private static func check(
        _ form: inout Form, _ db: Connection, _ label: String, _ domain: Int?, except id: Int?, hasAddresses: Bool,
        _ words: [String]
    ) throws {
        if hasAddresses {
            if label.isEmpty { throw Refusal.unexpected("'name'") }
            if DNSName.isHost(label) {
                for word in words { try lookUp(word) }
            } else {
                form.addToAll("Invalid dnsresource name: \(label).")
            }
        }
        if let message = DNSName.excess(label) { form.add("name", message) }
        guard !label.isEmpty else { return }
        if let domain, let taken = try DNSResource.find(db, name: label, domain: domain), taken.id != id {
            form.addToAll("Labels must be unique within their zone.")
        }
    }

    /// The addresses that were sent, or their ids: MAAS parts them at blanks alone.
    private static func addressWords(_ context: Context) -> [String]? {
        context.form["ip_addresses"]?.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The form asks the database for what its library takes for an address, and the database knows fewer spellings.
    private static func lookUp(_ word: String) throws(Refusal) {
        guard !word.isDigits, case .address = IPAddress.loose(word), IPAddress(inet: word) == nil else { return }
        let before = "FROM \"maasserver_staticipaddress\" WHERE \"maasserver_staticipaddress\".\"ip\" = "
        throw .unexpected(PostgreSQLMessage.invalidInput(type: "inet", word, before: before, after: "::inet"))
    }

    /// The ids of the addresses that were sent, those that nobody had set aside for the caller now; `nil` when none
    /// were sent. MAAS fails on what is no address.
    private static func addresses(_ context: Context) throws -> [Int]? {
        let db = context.db
        return try addressWords(context)?.map { part in
            if part.isDigits, let id = Int(python: part) {
                guard try HeldAddress.find(db, id: id) != nil else {
                    // Only the database misses it.
                    throw Refusal.collision
                }
                return id
            }
            let loose = try part.looseAddress()
            let address = IPAddress(inet: part) ?? loose
            if let known = try HeldAddress.id(db, of: address) { return known }
            // What the database reads as an address the model refuses for its zeros.
            guard IPAddress(part) != nil else { throw Refusal.field("ip", Form.invalidAddress, by: .model) }
            return try HeldAddress.named(context.state, address, for: try context.caller().id)
        }
    }

    private static func update(_ context: Context) throws -> Reply {
        let (name, domain) = try target(context.db, context.form, rrtype: "A")
        let old = try find(context)
        try context.requireAdmin()
        let db = context.db
        var form = Form(context.form)
        let label = name?.strippedOfBlanks ?? old.name
        if label.isEmpty { form.add("name", Form.required) }
        let ttl = form.integer("address_ttl", min: 0, max: Int(Int32.max))
        // MAAS fills in what was not sent from what there is, and of several addresses takes the last.
        let kept = try HeldAddress.all(db, dnsResource: old.id).last.map { [$0.id] } ?? []
        try check(
            &form, db, label, domain?.id ?? old.domainID, except: old.id,
            hasAddresses: form.isSent("ip_addresses") || !kept.isEmpty, addressWords(context) ?? [])
        // The form and the model both look at the name of one that has addresses.
        if !kept.isEmpty, !DNSName.isHost(label) { form.addToAll("Invalid dnsresource name: \(label).") }
        try form.check()
        let addresses = try addresses(context) ?? kept
        try old.update(
            db, name: label, domain: domain?.id ?? old.domainID, addressTTL: ttl.orKeep(old.addressTTL))
        try DNSResource.setAddresses(db, of: old.id, addresses)
        return try reply(context, id: old.id)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let old = try find(context)
        try context.requireAdmin()
        try old.delete(context.db)
        return .deleted
    }
}
