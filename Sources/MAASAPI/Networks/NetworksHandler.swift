import Addresses
import Formats
import MAASRegion
import SQLite

/// `networks/`: subnets by their old name, which MAAS lets be read and nothing else (`api/networks.py`).
enum NetworksHandler {
    package static let resources = [
        Resource(
            "networks/", handler: "NetworksHandler", tier: .c, "Subnets, by their old name.",
            [
                .read("List networks", parameters: ["node": "Only those that these nodes are on, repeated"], list),
                .create("Gone", access: .admin, gone),
            ]),
        Resource(
            "networks/{name}/", handler: "NetworkHandler", tier: .c, "A subnet, by its old name.",
            [
                .read("Read a network", read), .update("Gone", access: .admin, gone),
                .delete("Gone", access: .admin, gone),
                .get("list_connected_macs", "List connected MAC addresses", listMACs),
                .post("connect_macs", "Gone", access: .admin, gone),
                .post("disconnect_macs", "Gone", access: .admin, gone),
            ]),
    ]

    private static func gone(_ context: Context) throws -> Reply {
        throw APIError(410, "Gone", contentType: APIError.plain, isFromRESTLayer: true)
    }

    private static func list(_ context: Context) throws -> Reply {
        let db = context.db
        let sent = Set(context.query.all("node"))
        var nodes: [Node] = []
        for systemID in sent.sorted() {
            if let node = try Node.find(db, systemID: systemID) { nodes.append(node) }
        }
        let unknown = sent.subtracting(nodes.map(\.systemID)).sorted()
        if !unknown.isEmpty {
            throw Refusal.field("node", "Unknown node(s): \(unknown.joined(separator: ", ")).")
        }
        // MAAS's query joins addresses: a subnet comes once for each address that a node has in it.
        var subnets = try Subnet.all(db).sorted { $0.id < $1.id }
        for node in nodes {
            let own = try node.subnets(db).map(\.id)
            subnets = subnets.flatMap { subnet in
                Array(repeating: subnet, count: own.count { $0 == subnet.id })
            }
        }
        let networks = try NetworkSet(db, of: subnets)
        return Reply.json { json in json.array(of: subnets) { write($1, networks, into: &$0) } }
    }

    private static func find(_ context: Context) throws -> Subnet {
        let found = try Subnet.all(context.db, specifier: context.segment("name").strippedOfBlanks)
        guard let subnet = found.first else { throw Refusal.notFound("Subnet") }
        if found.count > 1 { throw Refusal.ambiguous("Subnet") }
        return subnet
    }

    private static func read(_ context: Context) throws -> Reply {
        let subnet = try find(context)
        let networks = try NetworkSet(context.db, of: [subnet])
        return Reply.json { write(subnet, networks, into: &$0) }
    }

    /// The MAC addresses of what the caller may see on the subnet, by host name.
    private static func listMACs(_ context: Context) throws -> Reply {
        let subnet = try find(context)
        let caller = try context.caller()
        var hosts: [String: String] = [:]
        let interfaces = try subnet.interfaces(context.db)
        let nodes = try Node.all(context.db, ids: interfaces.compactMap(\.nodeID))
        for interface in interfaces {
            guard let node = interface.nodeID.flatMap({ nodes[$0] }), node.isListed(for: caller),
                let mac = interface.macAddress, hosts[mac] == nil
            else { continue }
            hosts[mac] = node.hostname.lowercased()
        }
        let macs = hosts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
        return Reply.json { json in
            json.array(of: macs) { json, mac in json.object { $0.field("mac_address", mac) } }
        }
    }

    private static func write(_ subnet: Subnet, _ networks: NetworkSet, into json: inout JSONWriter) {
        let network = IPNetwork(subnet.cidr)
        let mask = network.map { IPAddress($0.family, $0.family.maximum - ($0.last.value - $0.base.value)) }
        let vlan = networks.vlans[subnet.vlanID]
        json.object { json in
            json.field("name", "subnet-\(subnet.id)")
            json.field("ip", network?.base.description)
            json.field("netmask", mask?.description)
            json.field("vlan_tag", vlan?.vid)
            json.field("description", subnet.name)
            json.field("default_gateway", subnet.gatewayIP)
            json.field("dns_servers", subnet.dnsServers)
            json.field("resource_uri", "\(Dispatch.root)networks/subnet-\(subnet.id)/")
        }
    }
}
