import Addresses
import Formats
import MAASRegion

/// `ipaddresses/`: addresses that users set aside (MAAS: `api/ip_addresses.py`).
enum IPAddressesHandler {
    package static let resources = [
        Resource(
            "ipaddresses/", handler: "IPAddressesHandler", tier: .a, "Manage IP addresses.",
            [
                .read(
                    "List IP addresses",
                    parameters: ["ip": "one address", "owner": "user name", "all": "of every kind and user"], list),
                .post(
                    "reserve", "Set an address aside",
                    parameters: [
                        "subnet": "id or specifier", "ip": "address", "ip_address": "address", "hostname": "DNS name",
                        "mac": "MAC address",
                    ], reserve),
                .post(
                    "release", "Give an address back",
                    parameters: ["ip": "address", "force": "whoever has it", "discovered": "an observed one"], release),
            ])
    ]

    private static func plain(_ status: Int, _ text: String) -> APIError {
        APIError(status, text, contentType: APIError.plain, isFromRESTLayer: true)
    }

    private static func list(_ context: Context) throws -> Reply {
        let query = context.query
        let all = try Form(query).strictFlag("all")
        let wantsAll = all ?? false
        let caller = try context.caller()
        let address = try query["ip"].map { try listedAddress($0, all: wantsAll) }
        let owner = query["owner"]
        let seesAll = caller.may(.viewIPAddresses)
        if !seesAll {
            if wantsAll { throw plain(403, "Listing all IP addresses requires admin privileges.") }
            if owner != nil { throw plain(403, "Listing another user's IP addresses requires admin privileges.") }
        }
        let ownerID = try owner.map { try User.find(context.db, username: $0)?.id ?? -1 }
        let every = try wantsAll ? HeldAddress.allWithPower(context.db) : HeldAddress.all(context.db)
        let held = every.filter { held in
            if let ownerID {
                if held.userID != ownerID { return false }
            } else if !seesAll || all == false || !query.contains("all"), held.userID != caller.id {
                // A flag of blanks alone is not off to this condition of MAAS's.
                return false
            }
            if !wantsAll, held.type != .userReserved { return false }
            return address == nil || held.ip == address?.description
        }
        let details = try HeldAddressDetails(context.db, held)
        return Reply.json { json in json.array(of: held) { $1.write(details, into: &$0) } }
    }

    /// MAAS asks a library whether a text is an address, and then its database, which knows fewer spellings.
    private static func listedAddress(_ text: String, all: Bool) throws -> IPAddress {
        _ = try looseAddress(text)
        if let known = IPAddress(inet: text) { return known }
        throw databaseRefusal(
            of: text, behind: all ? "\"ip\" IS NULL) AND " : "\"alloc_type\" = 4 AND ")
    }

    private static func looseAddress(_ text: String) throws -> IPAddress {
        do {
            return try text.looseAddress()
        } catch {
            guard case .unexpected(_, .addrFormatError) = error else { throw error }
            throw plain(400, "Parameter 'ip' must contain an IP address.")
        }
    }

    private static func reserve(_ context: Context) throws -> Reply {
        let db = context.db
        let text = context.form["ip"] ?? context.form["ip_address"]
        var form = Form(context.form)
        // The form takes blanks around an address and no address at all, what follows it does not.
        _ = form.address(context.form.contains("ip") ? "ip" : "ip_address")
        form.rename("ip", to: "ip_address")
        try form.check()
        let address = try text.map { try $0.looseAddress() }
        let subnet = try subnet(context, address, text)
        if let address, try SubnetUsage(db, subnet).dynamicRange(of: address) != nil {
            throw Refusal.forbidden(
                "IP address \(text ?? "") belongs to an existing dynamic range. To reserve this IP address, a MAC "
                    + "address is required. (Create a device instead.)")
        }
        let name = try hostname(context)
        let user = try context.caller()
        let id =
            if let mac = context.form["mac"] {
                try HeldAddress.reserve(context.state, address, in: subnet, for: user.id, mac: mac)
            } else {
                try HeldAddress.reserve(context.state, address, in: subnet, for: user.id)
            }
        if let name { try DNSResource.add(db, address: id, to: name.label, domain: name.domain) }
        guard let held = try HeldAddress.find(db, id: id) else { throw Refusal.notFound("StaticIPAddress") }
        return try Reply.json { try held.write(db, into: &$0) }
    }

    private static func subnet(_ context: Context, _ address: IPAddress?, _ sent: String?) throws -> Subnet {
        if let address {
            guard let subnet = try Subnet.best(context.db, for: address.unmapped) else {
                throw Refusal.invalid("No known subnet for IP address: \(sent ?? "").")
            }
            return subnet
        }
        guard let text = context.form["subnet"] else {
            throw Refusal.invalid("Must supply either the 'subnet' or the 'ip' parameter.")
        }
        do {
            return try Specifiers(db: context.db).one(.subnet, text, find: Subnet.find)
        } catch Refusal.notFound {
            throw Refusal.invalid("Unable to identify subnet: \(text).")
        }
    }

    /// The DNS name that was asked for, in the domain that follows it or the default one.
    private static func hostname(_ context: Context) throws -> (label: String, domain: Int)? {
        guard let text = context.form["hostname"], !text.isEmpty else { return nil }
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if halves.count == 2, !halves[0].isEmpty {
            guard let domain = try Domain.find(context.db, name: halves[1]) else { throw Refusal.notFound("Domain") }
            return (halves[0], domain.id)
        }
        guard let domain = try Domain.standard(context.db) else { throw Refusal.notFound("Domain") }
        return (text, domain.id)
    }

    private static func release(_ context: Context) throws -> Reply {
        let text = try context.required("ip")
        let flags = Form(context.form)
        let force = try flags.strictFlag("force", default: false)
        let discovered = try flags.strictFlag("discovered", default: false)
        let caller = try context.caller()
        if force, !context.isAdmin {
            throw plain(403, "Force-releasing an IP address requires admin privileges.")
        }
        var form = Form(context.form)
        let address = form.address("ip").value
        try form.check()
        // The form takes blanks around an address; the database, which is asked for the text as it was sent, does not.
        if !text.isEmpty, IPAddress(text) == nil {
            throw databaseRefusal(of: text, behind: force ? "" : "\"alloc_type\" = 4 AND ")
        }
        let found = try HeldAddress.all(context.db).first { held in
            guard held.ip == address?.description else { return false }
            if force { return (held.type == .discovered) == discovered }
            return held.type == .userReserved && held.userID == caller.id
        }
        guard let held = found else {
            if force { throw Refusal.invalid("IP address \(text) does not exist.") }
            throw Refusal.invalid(
                "IP address \(text) does not exist, is not the correct type of address, or does not belong to the "
                    + "requesting user.\nIf you are sure you want to release this address, use force=true as a MAAS "
                    + "administrator.")
        }
        try held.release(context.state)
        return .deleted
    }

    /// What the database says of a text that is no address to it, with the part of MAAS's query around it.
    /// - Parameter conditions: What stands before in the query's condition; empty when nothing does.
    private static func databaseRefusal(of text: String, behind conditions: String) -> Refusal {
        let column = "\"maasserver_staticipaddress\".\"ip\" = "
        let before = conditions.isEmpty ? " \"maasserver_staticipaddress\" WHERE (" : conditions
        return .unexpected(
            PostgreSQLMessage.invalidInput(type: "inet", text, before: before + column, after: "::inet AND "))
    }
}
