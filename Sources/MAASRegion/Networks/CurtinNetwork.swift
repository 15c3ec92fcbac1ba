import Addresses
import Formats
import SQLite

/// What MAAS's installer is told of a machine's network (MAAS's `preseed_network.py`): in netplan's form, or in the
/// installer's own, older one for systems without netplan.
struct CurtinNetwork {
    typealias Map = [String: JSONValue]

    /// The form of the document: 2 is netplan's.
    let version: Int
    /// Whether networks that the default gateway is not on get routing tables of their own.
    let routesBySource: Bool
    let details: InterfaceDetails
    let routes: [StaticRoute]
    let subnets: [Int: Subnet]
    let gateways: Gateways
    let searchList: [String]
    /// Addresses of racks by the VLAN's id.
    let rackAddresses: [Int: [String]]
    private let node: Node

    init(_ db: Connection, _ node: Node, version: Int, routesBySource: Bool) throws {
        self.node = node
        self.version = version
        self.routesBySource = routesBySource
        details = try InterfaceDetails(db, nodes: [node.id])
        routes = try StaticRoute.all(db)
        subnets = Dictionary(try Subnet.all(db).map { ($0.id, $0) }) { first, _ in first }
        gateways = Gateways(node, details)
        let domains = try db.query("SELECT name FROM domains WHERE authoritative = 1 ORDER BY name") {
            try $0["name"] as String
        }
        let own: String = try Domain.find(db, id: node.domainID)?.name ?? ""
        searchList = [own] + domains.filter { $0 != own }
        rackAddresses = try Self.rackAddresses(db)
    }

    /// Fixed addresses of each VLAN's racks on that VLAN.
    private static func rackAddresses(_ db: Connection) throws -> [Int: [String]] {
        let rows = try db.query(
            """
            SELECT vlans.id AS vlan, ip FROM vlans
            JOIN interfaces ON interfaces.node_id IN (primary_rack_id, secondary_rack_id)
            JOIN interface_addresses ON interface_id = interfaces.id
            JOIN ip_addresses ON ip_addresses.id = ip_address_id
            JOIN subnets ON subnets.id = subnet_id AND subnets.vlan_id = vlans.id
            WHERE alloc_type IN (?, ?) AND ip IS NOT NULL ORDER BY ip_addresses.id
            """, Link.AllocationType.auto.rawValue, Link.AllocationType.sticky.rawValue
        ) { (vlan: try $0["vlan"] as Int, ip: try $0["ip"] as String) }
        return Dictionary(grouping: rows, by: \.vlan).mapValues { $0.map(\.ip) }
    }

    /// The members of the installer's configuration.
    func configuration() throws -> Map {
        let interfaces = parentsFirst.filter { interface in isEnabled(interface) }
        var state = CurtinInterface.State()
        var made: [(interface: Interface, config: Map)] = []
        for interface in interfaces {
            let config = CurtinInterface(interface, self).configuration(&state)
            made.append((interface, config))
        }
        let network: Map = version == 1 ? listed(made.map(\.config), state) : netplan(made, state)
        return [
            "network": .object(network),
            "network_commands": .object([
                "builtin": .array([.string("curtin"), .string("net-meta"), .string("custom")])
            ]),
        ]
    }

    private func listed(_ configs: [Map], _ state: CurtinInterface.State) -> Map {
        var list = configs.map(JSONValue.object)
        let types = configs.flatMap { $0["subnets"].map(Self.elements) ?? [] }.compactMap { $0["type"]?.string }
        let servers = defaultServers(state)
        if !servers.isEmpty, types.contains("static") {
            list.append(
                .object([
                    "type": .string("nameserver"), "address": .array(servers.map(JSONValue.string)),
                    "search": .array(searchList.map(JSONValue.string)),
                ]))
        }
        return ["version": .integer(1), "config": .array(list)]
    }

    private func netplan(_ made: [(interface: Interface, config: Map)], _ state: CurtinInterface.State) -> Map {
        let sections: [Interface.Kind: String] = [
            .physical: "ethernets", .vlan: "vlans", .bond: "bonds", .bridge: "bridges",
        ]
        let servers = defaultServers(state)
        var network: [String: Map] = [:]
        for (interface, config) in made {
            guard let section = sections[interface.type] else { continue }
            var config = config
            let links = details.links(of: interface)
            let allowsDNS = links.allSatisfy { $0.subnetID.flatMap { subnets[$0] }?.allowDNS ?? true }
            if !servers.isEmpty, allowsDNS, config["nameservers"] == nil, config["addresses"] != nil {
                config["nameservers"] = .object([
                    "search": .array(searchList.map(JSONValue.string)),
                    "addresses": .array(servers.map(JSONValue.string)),
                ])
            }
            network[section, default: [:]][interface.name] = .object(config)
        }
        return network.mapValues(JSONValue.object).merging(["version": .integer(2)]) { old, _ in old }
    }

    static func elements(_ value: JSONValue) -> [JSONValue] { if case .array(let all) = value { all } else { [] } }

    /// Servers of names for addresses whose subnets have none: those of the default gateway's subnet, or the racks where
    /// the machine boots.
    private func defaultServers(_ state: CurtinInterface.State) -> [String] {
        let racks = bootVLAN.flatMap { rackAddresses[$0] } ?? []
        let choices = [
            (gateways.chosenIPv4, state.families.contains(4) || !state.families.contains(6), ":", false),
            (gateways.chosenIPv6, state.families.contains(6), ":", true),
        ]
        for (gateway, isWanted, colon, isIPv6) in choices where isWanted {
            guard let subnet = gateway.flatMap({ subnets[$0.subnetID] }), !subnet.dnsServers.strings.isEmpty else {
                continue
            }
            if !subnet.allowDNS { return subnet.dnsServers.strings }
            let ofFamily = racks.filter { $0.contains(colon) == isIPv6 }
            return Self.unique(ofFamily + subnet.dnsServers.strings)
        }
        return racks.filter { $0.contains(":") ? gateways.chosenIPv6 != nil : gateways.chosenIPv4 != nil }
    }

    private var bootVLAN: Int? {
        details.interfaces(of: node.id).first { $0.id == node.bootInterfaceID }?.vlanID
    }

    static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    // MARK: Order

    /// A VLAN interface is up when what it is on is; others say it of themselves.
    private func isEnabled(_ interface: Interface) -> Bool {
        let parents = self.parents(of: interface)
        if parents.isEmpty || interface.type == .bridge || interface.type == .bond {
            return parents.isEmpty ? interface.enabled : parents.contains(where: isEnabled)
        }
        return parents.contains(where: isEnabled)
    }

    func parents(of interface: Interface) -> [Interface] {
        let names = details.parents(of: interface)
        return details.interfaces(of: node.id).filter { names.contains($0.name) }.sorted { $0.name < $1.name }
    }

    func children(of interface: Interface) -> [Interface] {
        let names = details.children(of: interface)
        return details.interfaces(of: node.id).filter { names.contains($0.name) }.sorted { $0.name < $1.name }
    }

    /// Every interface after those that it is made of, by name (`all_interfaces_parents_first`).
    private var parentsFirst: [Interface] {
        var done: Set<Int> = []
        var order: [Interface] = []
        func visit(_ interface: Interface) {
            guard !done.contains(interface.id), parents(of: interface).allSatisfy({ done.contains($0.id) }) else {
                return
            }
            done.insert(interface.id)
            order.append(interface)
            for child in children(of: interface) { visit(child) }
        }
        for interface in details.interfaces(of: node.id).sorted(by: { $0.name < $1.name })
        where details.parents(of: interface).isEmpty { visit(interface) }
        return order
    }

    /// What the interface can carry at once, bytes: what it was told, else its VLAN's; never less than what is on top of
    /// it needs.
    func mtu(of interface: Interface) -> Int {
        let own =
            interface.params["mtu"]?.integer ?? interface.vlanID.flatMap { details.networks.vlans[$0]?.mtu } ?? 1500
        return children(of: interface).map(mtu).reduce(own, max)
    }

    var isRoutedBySource: Bool { version == 2 && routesBySource }
}
