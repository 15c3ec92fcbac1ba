import Addresses
import MAASRegion
import SQLite

/// `domains/`: DNS domains (`maas/40-network.md` section 7).
enum DomainsHandler {
    package static let resources = [
        Resource(
            "domains/", handler: "DomainsHandler", tier: .a, "Manage domains.",
            [
                .read("List domains", list),
                .create("Create a domain", parameters: parameters, access: .admin, create),
                .post(
                    "set_serial", "Set the serial of all zones", parameters: ["serial": "1 to 2147483647"],
                    access: .admin, setSerial),
            ]),
        Resource(
            "domains/{id}/", handler: "DomainHandler", tier: .a, "Manage a domain.",
            [
                .read("Read a domain", read),
                .update("Update a domain", parameters: parameters, update),
                .delete("Delete a domain", delete),
                .post("set_default", "Make it the default domain", setDefault),
            ]),
    ]

    private static let parameters: KeyValuePairs<String, String> = [
        "name": "DNS name", "authoritative": "nullable boolean", "ttl": "seconds, 1 to 604800",
        "forward_dns_servers": "addresses, with or without a port, that names of the domain are asked of",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let domains = try Domain.all(context.db)
        return Reply.json { json in json.array(of: domains) { $1.write(into: &$0) } }
    }

    package static func find(_ db: Connection, _ text: String) throws -> Domain {
        let found = try Specifier.find(
            text, id: { try Domain.find(db, id: $0) }, name: { try Domain.find(db, name: $0) })
        guard let found else { throw Refusal.notFound("Domain") }
        return found
    }

    private static func findForChange(_ context: Context) throws -> Domain {
        let domain = try find(context.db, context.segment("id"))
        try context.requireAdmin()
        return domain
    }

    private static func reply(_ context: Context, id: Int) throws -> Reply {
        guard let domain = try Domain.find(context.db, id: id) else { throw Refusal.notFound("Domain") }
        return Reply.json { domain.write(into: &$0) }
    }

    private static func read(_ context: Context) throws -> Reply {
        try reply(context, id: find(context.db, context.segment("id")).id)
    }

    private static func fields(
        _ context: Context, _ old: Domain?
    ) throws -> (name: String, authoritative: Bool, ttl: Int?) {
        var form = Form(context.form)
        var name = form.raw("name", required: old == nil || form.isSent("name")).value
        if let text = name, text.hasSuffix(".") { name = String(text.dropLast()) }
        let authoritative = form.nullableFlag("authoritative").value ?? old?.authoritative ?? true
        let ttl = form.integer("ttl", min: 1, max: 604800)
        let servers = Self.forwardServers(&form)
        if let name, let fault = DNSName.fault(ofDomain: name) {
            let isOdd = !name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
            form.add("name", isOdd ? "Domain name contains invalid characters." : "Invalid domain name: \(name).")
            form.add("name", fault)
        } else if let name, let taken = try Domain.find(context.db, name: name), taken.id != old?.id {
            form.add("name", "Domain with this Name already exists.")
        }
        if authoritative, !servers.isEmpty, !form.errors.contains("forward_dns_servers") {
            form.addToAll("a domain cannot be both authoritative and have forward dns servers")
        }
        try form.check()
        return (name ?? old?.name ?? "", authoritative, ttl.orKeep(old?.ttl))
    }

    /// Servers that are asked for the names of a domain; they do not show in answers.
    private static func forwardServers(_ form: inout Form) -> [String] {
        guard let text = form.raw("forward_dns_servers").value else { return [] }
        let servers = text.split { $0 == " " || $0 == "," }.map(String.init)
        for server in servers {
            let halves = server.split(separator: ":", maxSplits: 1).map(String.init)
            let isIPv4 = halves.count <= 2 && IPAddress(halves[0]) != nil && (halves.count < 2 || Int(halves[1]) != nil)
            guard isIPv4 || IPAddress(server) != nil || server.hasPrefix("[") && server.contains("]:") else {
                form.add(
                    "forward_dns_servers",
                    "Invalid IP and port combination: \(server);please provide a list of space-separated IP addresses ")
                return []
            }
        }
        return servers
    }

    private static func create(_ context: Context) throws -> Reply {
        let domain = try fields(context, nil)
        let id = try context.db.insert(
            into: "domains", ["name": domain.name, "authoritative": domain.authoritative, "ttl": domain.ttl])
        return try reply(context, id: id)
    }

    private static func update(_ context: Context) throws -> Reply {
        let old = try findForChange(context)
        let domain = try fields(context, old)
        try context.db.update(
            "domains", id: old.id,
            ["name": domain.name, "authoritative": domain.authoritative, "ttl": domain.ttl])
        return try reply(context, id: old.id)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let domain = try findForChange(context)
        if domain.isDefault {
            throw Refusal.invalid("This domain is the default domain, it cannot be deleted.")
        }
        try checkUnused(domain, context.db)
        try context.db.execute("DELETE FROM domains WHERE id = ?", domain.id)
        return .deleted
    }

    /// MAAS's models protect a domain from going while nodes or DNS resources are in it; `domains.py` expects no such
    /// refusal, so the exception's text comes with 500.
    private static func checkUnused(_ domain: Domain, _ db: Connection) throws {
        let nodes = try db.query(
            "SELECT system_id, hostname FROM nodes WHERE domain_id = ? ORDER BY id", domain.id
        ) { "<Node: \(try $0["system_id"] as String) (\(try $0["hostname"] as String))>" }
        let names = try DNSResource.all(db).filter { $0.domainID == domain.id }.map { "<DNSResource: name=\($0.name)>" }
        let keys = (nodes.isEmpty ? [] : ["'Node.domain'"]) + (names.isEmpty ? [] : ["'DNSResource.domain'"])
        if keys.isEmpty { return }
        throw Refusal.unexpected(
            """
            ("Cannot delete some instances of model 'Domain' because they are referenced through protected foreign \
            keys: \(keys.joined(separator: ", ")).", {\((nodes + names).joined(separator: ", "))})
            """)
    }

    private static func setDefault(_ context: Context) throws -> Reply {
        let domain = try findForChange(context)
        try context.db.execute("UPDATE domains SET is_default = (id = ?)", domain.id)
        return try reply(context, id: domain.id)
    }

    /// The serial has no effect here: the emulator serves no DNS.
    private static func setSerial(_ context: Context) throws -> Reply {
        guard let text = context.form["serial"] else { throw Refusal.field("serial", "Missing parameter") }
        guard let serial = Int(text.strippedOfBlanks) else {
            throw Refusal.field("serial", "Expected a serial number")
        }
        let greatest = Int(Int32.max)
        if serial == 0 || serial > greatest {
            throw Refusal.field("serial", "Expected a serial number between 1 and \(greatest)")
        }
        try context.state.set(setting: "dns.serial", String(serial))
        return .null
    }
}
