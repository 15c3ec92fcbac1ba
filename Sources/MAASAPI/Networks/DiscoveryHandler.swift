import Addresses
import Formats
import MAASRegion
import SQLite

/// `discovery/`: hosts that rack controllers have seen (MAAS: `api/discoveries.py`).
enum DiscoveryHandler {
    package static let resources = [
        Resource(
            "discovery/", handler: "DiscoveriesHandler", tier: .c, "Manage discovered hosts.",
            [
                .read("List discovered hosts") { try list($0) { _ in true } },
                .get("by_unknown_ip", "Hosts with an unknown address") { context in
                    let ips = try Discovery.knownIPs(context.db)
                    return try list(context) { !ips.contains($0.ip) }
                },
                .get("by_unknown_mac", "Hosts with an unknown MAC address") { context in
                    let macs = try Discovery.knownMACs(context.db)
                    return try list(context) { !macs.contains($0.macAddress) }
                },
                .get("by_unknown_ip_and_mac", "Hosts with unknown addresses") { context in
                    let macs = try Discovery.knownMACs(context.db)
                    let ips = try Discovery.knownIPs(context.db)
                    return try list(context) { !macs.contains($0.macAddress) && !ips.contains($0.ip) }
                },
                .post(
                    "clear", "Forget discovered hosts",
                    parameters: [
                        "mdns": "Forget announced names", "neighbours": "Forget hosts", "all": "Forget both",
                    ], clear),
                .post(
                    "clear_by_mac_and_ip", "Forget a discovered host",
                    parameters: ["ip": "Its address", "mac": "Its MAC address"], clearOne),
                .post(
                    "scan", "Scan subnets",
                    parameters: [
                        "cidr": "Networks, repeated; all without it", "force": "Needed to scan all",
                        "always_use_ping": "Not nmap", "slow": "Nine packets a second", "threads": "Number of threads",
                    ], scan),
            ]),
        Resource(
            "discovery/{discovery_id}/", handler: "DiscoveryHandler", tier: .c, "A discovered host.",
            [.read("Read a discovered host", read)]),
    ]

    private static func list(_ context: Context, where isIncluded: (Discovery) -> Bool) throws -> Reply {
        let found = try Discovery.all(context.db).filter(isIncluded)
        let observers = try Discovery.Observers(context.db, of: found)
        return Reply.json { json in json.array(of: found) { $1.write(context.version, observers, into: &$0) } }
    }

    /// By id, or by `ip:` or `mac:`.
    private static func read(_ context: Context) throws -> Reply {
        let segment = context.segment("discovery_id")
        // MAAS's path has only what base 64 of an address needs, and what specifiers do.
        guard segment.allSatisfy({ $0.isWordCharacter || ".: =^".contains($0) }) else {
            throw APIError(404, "Unknown API endpoint: \(Dispatch.root)discovery/\(segment)/.")
        }
        let text = segment.strippedOfBlanks
        let found = try Discovery.all(context.db).filter { discovery in
            if text.hasPrefix("ip:") { return discovery.ip == text.dropFirst(3) }
            if text.hasPrefix("mac:") { return discovery.macAddress == text.dropFirst(4) }
            return discovery.id == text
        }
        guard let discovery = found.first else { throw Refusal.notFound("Discovery") }
        if found.count > 1 { throw Refusal.ambiguous("Discovery") }
        let observers = try Discovery.Observers(context.db, of: [discovery])
        return Reply.json { discovery.write(context.version, observers, into: &$0) }
    }

    private static func requireAdmin(_ context: Context) throws {
        if context.isAdmin { return }
        throw APIError(
            403, "Must be an administrator to clear discovery entries.", contentType: APIError.plain,
            isFromRESTLayer: true)
    }

    private static func clear(_ context: Context) throws -> Reply {
        let form = Form(context.form)
        let all = try form.strictFlag("all", default: false)
        let mdns = try form.strictFlag("mdns", default: false)
        let neighbours = try form.strictFlag("neighbours", default: false)
        try requireAdmin(context)
        guard all || mdns || neighbours else {
            throw APIError(
                400,
                "Bad request: could not determine what data to clear.\n"
                    + "Must specify mdns=True, neighbours=True, or all=True.", contentType: APIError.plain,
                isFromRESTLayer: true)
        }
        try Discovery.clear(context.db, announced: all || mdns, neighbours: all || neighbours)
        return .deleted
    }

    private static func clearOne(_ context: Context) throws -> Reply {
        let ip = try context.required("ip")
        let mac = try context.required("mac")
        try requireAdmin(context)
        // The database is asked for whatever was sent.
        if IPAddress(inet: ip) == nil {
            let before = "FROM \"maasserver_neighbour\" WHERE (\"maasserver_neighbour\".\"ip\" = "
            throw Refusal.unexpected(
                PostgreSQLMessage.invalidInput(type: "inet", ip, before: before, after: "::inet AND"))
        }
        guard try Discovery.clear(context.db, ip: ip, macAddress: mac) else {
            throw APIError(410, "Gone", contentType: APIError.plain, isFromRESTLayer: true)
        }
        return .deleted
    }

    private static func scan(_ context: Context) throws -> Reply {
        let form = Form(context.form)
        let networks = try context.form.all("cidr").map(network)
        let force = try form.strictFlag("force", default: false)
        _ = try form.strictFlag("always_use_ping")
        _ = try form.strictFlag("slow")
        if let threads = context.form["threads"], Double(threads.strippedOfBlanks) == nil, Int(python: threads) == nil {
            throw Refusal.invalid("Invalid threads: Please enter a number")
        }
        guard force || !networks.isEmpty else { throw refusal }
        let all = try Node.all(context.db, .rackController, .regionAndRackController)
        let racks = networks.isEmpty ? all : try all.filter { try isOn(networks, $0, context.db) }
        try Discovery.scan(
            context.state, networks: networks.isEmpty ? nil : networks, racks: Set(racks.map(\.id)))
        return Reply.json { json in
            json.object { json in
                json.field(
                    "result",
                    racks.isEmpty
                        ? "Unable to initiate network scanning on any rack controller. "
                            + "Verify that the rack controllers are started and have connected to the region."
                        : "Scanning is in-progress on all rack controllers.")
                for key in ["scan_started_on", "scan_attempted_on"] {
                    json.array(named: key, of: racks) { json, rack in
                        json.object { json in
                            json.field("system_id", rack.systemID)
                            json.field("hostname", rack.hostname)
                        }
                    }
                }
                for key in ["scan_failed_on", "failed_to_connect_to", "rpc_call_timed_out_on", "failures"] {
                    json.field(named: key, [String]())
                }
            }
        }
    }

    private static let refusal = APIError(
        400,
        """
        Bad request: scanning all subnets is not allowed unless force=True is specified.

        **WARNING: This will scan ALL networks attached to MAAS rack controllers.
        Check with your internet service provider or IT department to be sure this is
        allowed before proceeding.**

        """, contentType: APIError.plain, isFromRESTLayer: true)

    /// Whether a rack has an address in one of the networks, named as MAAS knows it.
    private static func isOn(_ networks: [IPNetwork], _ rack: Node, _ db: Connection) throws -> Bool {
        try rack.subnets(db).contains { subnet in networks.contains { $0.description == subnet.cidr } }
    }

    /// An IPv4 network, as formencode's `CIDR` reads it.
    private static func network(_ text: String) throws -> IPNetwork {
        func refuse(_ reason: String) -> Refusal { Refusal.invalid("Invalid cidr: \(reason)") }
        let badFormat = refuse("Please enter a valid IP address (a.b.c.d) or IP network (a.b.c.d/e)")
        let halves = text.strippedOfBlanks.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let octets = halves[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard halves.count <= 2, octets.count == 4 else { throw badFormat }
        for octet in octets {
            if octet.hasPrefix("0"), octet != "0" { throw refuse("The octets must not have leading zeros") }
            guard let number = Int(octet) else { throw badFormat }
            guard (0...255).contains(number) else {
                throw refuse("The octets must be within the range of 0-255 (not \(pythonQuoted(octet)))")
            }
        }
        let bits = halves.count == 2 ? halves[1] : "32"
        guard let length = Int(bits) else { throw badFormat }
        guard (8...32).contains(length) else {
            throw refuse("The network size (bits) must be within the range of 8-32 (not \(pythonQuoted(bits)))")
        }
        guard let network = IPNetwork("\(halves[0])/\(length)") else { throw badFormat }
        return network
    }
}
