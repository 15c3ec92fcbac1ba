import Addresses
import MAASRegion
import SQLite

/// `ipaddresses/`: addresses that users set aside (`maas/40-network.md` section 6).
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
        let wantsAll = try Form(query).strictFlag("all", default: false)
        let caller = try context.caller()
        let address = query["ip"].map { IPAddress($0) }
        if case .some(.none) = address { throw plain(400, "Parameter 'ip' must contain an IP address.") }
        let owner = query["owner"]
        if !caller.isSuperuser {
            if wantsAll { throw plain(403, "Listing all IP addresses requires admin privileges.") }
            if owner != nil { throw plain(403, "Listing another user's IP addresses requires admin privileges.") }
        }
        let ownerID = try owner.map { try User.find(context.db, username: $0)?.id ?? -1 }
        let held = try HeldAddress.all(context.db).filter { held in
            if let ownerID {
                if held.userID != ownerID { return false }
            } else if !wantsAll, held.userID != caller.id {
                return false
            }
            if !wantsAll, held.type != .userReserved { return false }
            if case .some(.some(let address)) = address { return held.ip == address.description }
            return true
        }
        return try Reply.json { json in try json.array(of: held) { try $1.write(context.db, into: &$0) } }
    }

    private static func reserve(_ context: Context) throws -> Reply {
        let db = context.db
        var form = Form(context.form)
        let ipField = context.form.contains("ip") ? "ip" : "ip_address"
        let text = context.form[ipField]
        let address = text.flatMap { IPAddress($0.strippedOfBlanks) }
        if let text, !text.isEmpty, address == nil { form.add("ip_address", Form.invalidAddress) }
        try form.check()
        let subnet = try subnet(context, address)
        if let address, try SubnetUsage(db, subnet).dynamicRange(of: address) != nil {
            throw Refusal.forbidden(
                "IP address \(address) belongs to an existing dynamic range. To reserve this IP address, a MAC address "
                    + "is required. (Create a device instead.)")
        }
        let name = try hostname(context)
        let user = try context.caller()
        if let mac = context.form["mac"]?.strippedOfBlanks, !mac.isEmpty { throw try refusal(of: mac, db) }
        let chosen = try address ?? SubnetUsage(db, subnet).nextFree()
        try checkStatic(db, chosen, subnet)
        let now = try context.state.now
        let id = try db.insert(
            into: "ip_addresses",
            [
                "alloc_type": Link.AllocationType.userReserved.rawValue, "ip": chosen.description,
                "subnet_id": subnet.id, "user_id": user.id, "created": now, "updated": now,
            ])
        if let name { try DNSResource.add(db, address: id, to: name.label, domain: name.domain) }
        guard let held = try HeldAddress.find(db, id: id) else { throw Refusal.notFound("StaticIPAddress") }
        return try Reply.json { try held.write(db, into: &$0) }
    }

    private static func subnet(_ context: Context, _ address: IPAddress?) throws -> Subnet {
        if let address {
            guard let subnet = try Subnet.best(context.db, for: address) else {
                throw Refusal.invalid("No known subnet for IP address: \(address).")
            }
            return subnet
        }
        guard let text = context.form["subnet"] else {
            throw Refusal.invalid("Must supply either the 'subnet' or the 'ip' parameter.")
        }
        guard let subnet = try Subnet.all(context.db, specifier: text).first else {
            throw Refusal.invalid("Unable to identify subnet: \(text).")
        }
        return subnet
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

    /// An address that was named must be free, and outside the ranges that users keep.
    private static func checkStatic(_ db: Connection, _ address: IPAddress, _ subnet: Subnet) throws {
        if try Link.holder(db, of: address) != nil {
            throw Refusal.missing("The IP address \(address) is already in use.")
        }
        if subnet.managed,
            let range = try IPSpanSet(SubnetUsage(db, subnet).ranges("reserved")).span(containing: address)
        {
            throw Refusal.missing(
                "\(address) is within the reserved range from \(range.first) to \(range.last)")
        }
    }

    /// MAAS 3.7 fails on every MAC address that it does not refuse.
    private static func refusal(of mac: String, _ db: Connection) throws -> Refusal {
        guard MACAddress.isColonSeparated(mac) else {
            return .field("mac_address", MACAddress.message(mac), by: .model)
        }
        let owner: String? = try db.scalar(
            "SELECT hostname FROM interfaces JOIN nodes ON nodes.id = node_id WHERE mac_address = ?", mac)
        if let owner {
            return .invalid(
                "MAC address \(mac) already belongs to \(owner). Use of the interface API is required, for an interface "
                    + "that belongs to a node.")
        }
        return .unexpected(
            "create_forward_many_to_many_manager.<locals>.ManyRelatedManager.__call__() missing 1 required keyword-only "
                + "argument: 'manager'")
    }

    private static func release(_ context: Context) throws -> Reply {
        let text = try context.required("ip")
        let flags = Form(context.form)
        let force = try flags.strictFlag("force", default: false)
        let discovered = try flags.strictFlag("discovered", default: false)
        let caller = try context.caller()
        if force, !caller.isSuperuser {
            throw plain(403, "Force-releasing an IP address requires admin privileges.")
        }
        guard let address = IPAddress(text.strippedOfBlanks) else { throw Refusal.field("ip", Form.invalidAddress) }
        let found = try HeldAddress.all(context.db).first { held in
            guard held.ip == address.description else { return false }
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
        let interfaces = try held.interfaces(context.db)
        try context.db.execute("DELETE FROM ip_addresses WHERE id = ?", held.id)
        for interface in interfaces where interface.enabled { try interface.ensureLinkUp(context.state) }
        return .deleted
    }
}
