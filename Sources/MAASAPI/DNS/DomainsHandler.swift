import Addresses
import Formats
import MAASRegion
import SQLite

/// `domains/`: DNS domains (MAAS: `api/domains.py`).
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
        try Specifiers(db: db).one(.domain, text, find: Domain.find)
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
        if let text = name, text.unicodeScalars.count > 256 {
            form.add("name", "Ensure this value has at most 256 characters (it has \(text.unicodeScalars.count)).")
            name = nil
        }
        while name?.hasSuffix(".") == true { name?.removeLast() }
        if name?.isEmpty == true {
            form.add("name", "This field cannot be blank.")
            name = nil
        }
        let authoritative = form.nullableFlag("authoritative").value ?? old?.authoritative ?? true
        let ttl = form.integer("ttl", min: 1, max: 604800)
        let servers = try Self.forwardServers(&form)
        if let name, let fault = DNSName.zoneProblem(name) ?? Hostname.problem(domain: name) {
            form.add("name", fault)
            if DNSName.zoneProblem(name) != nil, let other = Hostname.problem(domain: name) { form.add("name", other) }
        } else {
            let holder = try name.flatMap { try Domain.find(context.db, name: $0)?.id }
            form.refuseDuplicate("name", of: "Domain", heldBy: holder, besides: old?.id)
        }
        if authoritative, !servers.isEmpty, !form.errors.contains("forward_dns_servers") {
            form.addToAll("a domain cannot be both authoritative and have forward dns servers")
        }
        try form.check()
        return (name ?? old?.name ?? "", authoritative, ttl.orKeep(old?.ttl))
    }

    /// Servers that are asked for the names of a domain; they do not show in answers (MAAS's `IPPortListFormField`).
    /// - Throws: `Refusal` where MAAS fails: for an empty item and for a port that is none.
    private static func forwardServers(_ form: inout Form) throws -> [String] {
        guard let text = form.parameters["forward_dns_servers"] else { return [] }
        func isSeparator(_ character: Character) -> Bool { character == "," || character.isWhitespace }
        var servers = text.split(whereSeparator: isSeparator).map(String.init)
        if servers.isEmpty || text.first.map(isSeparator) == true { servers.insert("", at: 0) }
        if text.last.map(isSeparator) == true { servers.append("") }
        for server in servers {
            if server.isEmpty { throw Refusal.unexpected("string index out of range") }
            guard try isServer(server) else {
                form.add(
                    "forward_dns_servers",
                    "Invalid IP and port combination: \(server);please provide a list of space-separated IP addresses ")
                return []
            }
        }
        return servers
    }

    /// Whether it is an address, with a port where there can be one.
    private static func isServer(_ server: String) throws -> Bool {
        guard server.contains(".") || (server.hasPrefix("[") && server.contains("]:")) else {
            return IPAddress(server) != nil
        }
        let place = server.prefix { !"/?#".contains($0) }.split(separator: "@", omittingEmptySubsequences: false).last
        var (name, port) = (place.map(String.init) ?? "", "")
        if let bracketed = name.wholeMatch(of: /\[(.*)\](?::(.*))?.*/) {
            (name, port) = (String(bracketed.1), bracketed.2.map(String.init) ?? "")
            if IPAddress(name) == nil {
                throw Refusal.unexpected(
                    "\(pythonQuoted(name)) does not appear to be an IPv4 or IPv6 address", .valueError)
            }
        } else if let colon = name.firstIndex(of: ":") {
            port = String(name[name.index(after: colon)...])
            name = String(name[..<colon])
        }
        if !port.isEmpty {
            guard port.isDigits else {
                throw Refusal.unexpected(
                    "Port could not be cast to integer value as \(pythonQuoted(port))", .valueError)
            }
            guard let number = Int(port), number <= 65535 else {
                throw Refusal.unexpected("Port out of range 0-65535", .valueError)
            }
        }
        return IPAddress(name) != nil
    }

    private static func create(_ context: Context) throws -> Reply {
        let domain = try fields(context, nil)
        let id = try Domain.insert(
            context.db, name: domain.name, authoritative: domain.authoritative, ttl: domain.ttl)
        try Domain.find(context.db, id: id)?.announceActivationHost(context.state)
        return try reply(context, id: id)
    }

    private static func update(_ context: Context) throws -> Reply {
        let old = try findForChange(context)
        let domain = try fields(context, old)
        try old.update(context.db, name: domain.name, authoritative: domain.authoritative, ttl: domain.ttl)
        return try reply(context, id: old.id)
    }

    private static func delete(_ context: Context) throws -> Reply {
        try findForChange(context).remove(context.db)
        return .deleted
    }

    private static func setDefault(_ context: Context) throws -> Reply {
        let domain = try findForChange(context)
        try domain.makeDefault(context.db)
        return try reply(context, id: domain.id)
    }

    /// The serial has no effect here: the emulator serves no DNS.
    private static func setSerial(_ context: Context) throws -> Reply {
        guard let text = context.form["serial"] else { throw Refusal.field("serial", "Missing parameter") }
        guard let serial = Int(python: text) else {
            throw Refusal.field("serial", "Expected a serial number")
        }
        let greatest = Int(UInt32.max)
        if serial == 0 || serial > greatest {
            throw Refusal.field("serial", "Expected a serial number between 1 and \(greatest)")
        }
        if serial < 0 {
            throw Refusal.unexpected("RESTART value (\(serial)) cannot be less than MINVALUE (1)\n")
        }
        try context.state.set(setting: "dns.serial", String(serial))
        return .null
    }
}
