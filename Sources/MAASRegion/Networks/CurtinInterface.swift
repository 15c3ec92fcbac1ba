import Addresses
import Formats

/// One interface in the installer's configuration of the network.
struct CurtinInterface {
    typealias Map = CurtinNetwork.Map

    /// What earlier interfaces have settled.
    struct State {
        var hasIPv4Gateway = false
        var hasIPv6Gateway = false
        /// 4, 6
        var families: Set<Int> = []
        var nextTable = 1
    }

    private let interface: Interface
    private let network: CurtinNetwork
    private var isNetplan: Bool { network.version == 2 }

    init(_ interface: Interface, _ network: CurtinNetwork) {
        self.interface = interface
        self.network = network
    }

    func configuration(_ state: inout State) -> Map {
        var addresses = addresses(&state)
        var config = kind.merging(own) { kind, _ in kind }
        config["mtu"] = .integer(network.mtu(of: interface))
        guard isNetplan else {
            if !addresses.subnets.isEmpty { config["subnets"] = .array(addresses.subnets.map(JSONValue.object)) }
            return config
        }
        config.merge(addresses.members) { _, new in new }
        if interface.vlanID == nil { config["optional"] = .bool(true) }
        if addresses.table == nil {
            addresses.routes = addresses.matching.sorted { $0.id < $1.id }.map { route in
                ["to": .string(cidr(of: route)), "via": .string(route.gatewayIP), "metric": .integer(route.metric)]
            }
        }
        if !addresses.routes.isEmpty { config["routes"] = .array(addresses.routes.map(JSONValue.object)) }
        if !addresses.policies.isEmpty { config["routing-policy"] = .array(addresses.policies.map(JSONValue.object)) }
        return config
    }

    private func cidr(of route: StaticRoute) -> String { network.subnets[route.destinationID]?.cidr ?? "" }

    // MARK: Kinds

    private var members: [String: JSONValue] {
        if case .object(let members) = interface.params { members } else { [:] }
    }

    /// Numbers stand for yes and no in the older form.
    private func value(_ value: JSONValue) -> JSONValue {
        if case .bool(let flag) = value, !isNetplan { return .integer(flag ? 1 : 0) }
        return value
    }

    /// What it was told beside the parameters of bonds and bridges.
    private var own: Map {
        members.filter { !$0.key.hasPrefix("bond_") && !$0.key.hasPrefix("bridge_") && $0.key != "mtu" }
            .mapValues(value)
    }

    private var kind: Map {
        let parents = network.parents(of: interface).map(\.name)
        let mac = JSONValue.string(interface.macAddress ?? "")
        let name = JSONValue.string(interface.name)
        let isBond = interface.type == .bond
        switch interface.type {
        case .vlan:
            let vid = JSONValue.integer(interface.vlanID.flatMap { network.details.networks.vlans[$0]?.vid } ?? 0)
            let parent = JSONValue.string(parents.first ?? "")
            if isNetplan { return ["id": vid, "link": parent] }
            return ["id": name, "type": .string("vlan"), "name": name, "vlan_link": parent, "vlan_id": vid]
        case .bond, .bridge:
            let parts = JSONValue.array(parents.map(JSONValue.string))
            let parameters = isBond ? bondParameters : bridgeParameters
            guard isNetplan else {
                return [
                    "id": name, "type": .string(interface.type.rawValue), "name": name, "mac_address": mac,
                    "\(interface.type.rawValue)_interfaces": parts, "params": .object(parameters),
                ]
            }
            var config: Map = ["macaddress": mac, "interfaces": parts]
            if !isBond, members["bridge_type"] == .string("ovs") {
                config["openvswitch"] = .object([:])
                config["optional"] = .bool(false)
            }
            let known = parameters.reduce(into: Map()) { known, parameter in
                guard let key = Self.netplanNames[parameter.key] else { return }
                known[key] =
                    key == "arp-ip-targets"
                    ? .array(
                        (parameter.value.string ?? "").split(whereSeparator: \.isWhitespace).map { .string(String($0)) }
                    )
                    : parameter.value
            }
            if !known.isEmpty { config["parameters"] = .object(known) }
            return config
        case .physical, .unknown:
            if isNetplan { return ["match": .object(["macaddress": mac]), "set-name": name] }
            return ["id": name, "type": .string("physical"), "name": name, "mac_address": mac]
        }
    }

    private var bondParameters: Map {
        var parameters: Map = [:]
        for (key, own) in members where key.hasPrefix("bond_") {
            parameters[key.replacing("_", with: "-")] = value(own)
        }
        if let mode = parameters["bond-mode"]?.string {
            if mode != "802.3ad" { parameters["bond-lacp-rate"] = nil }
            if mode != "active-backup" {
                parameters["bond-num-grat-arp"] = nil
                parameters["bond-num-unsol-na"] = nil
            }
        }
        return parameters
    }

    private var bridgeParameters: Map {
        members.filter { $0.key.hasPrefix("bridge_") && $0.key != "bridge_type" }.mapValues(value)
    }

    /// netplan's words for those of ifenslave and of bridge-utils.
    private static let netplanNames = [
        "bond-ad-select": "ad-select", "bond-arp-interval": "arp-interval", "bond-arp-ip-target": "arp-ip-targets",
        "bond-arp-validate": "arp-validate", "bond-downdelay": "down-delay", "bond-give-a-chance": "up-delay",
        "bond-lacp-rate": "lacp-rate", "bond-miimon": "mii-monitor-interval", "bond-mode": "mode",
        "bond-num-grat-arp": "gratuitious-arp", "bond-num-unsol-na": "gratuitious-arp",
        "bond-primary-reselect": "primary-reselect-policy", "bond-updelay": "up-delay",
        "bond-xmit-hash-policy": "transmit-hash-policy", "bond-packets-per-slave": "packets-per-slave",
        "bond-all-slaves-active": "all-slaves-active", "bond-arp-all-targets": "arp-all-targets",
        "bond-fail-over-mac-policy": "fail-over-mac-policy", "bond-learn-packet-interval": "learn-packet-interval",
        "bond-min-links": "min-links",
        "bridge_ageing": "ageing-time", "bridge_bridgeprio": "priority", "bridge_fd": "forward-delay",
        "bridge_hello": "hello-time", "bridge_maxage": "max-age", "bridge_pathcost": "path-cost", "bridge_stp": "stp",
    ]

    // MARK: Addresses

    private struct Addresses {
        /// netplan's members.
        var members: Map = [:]
        /// The older form's list.
        var subnets: [Map] = []
        var matching: [StaticRoute] = []
        /// The routing table that the interface has to itself.
        var table: Int?
        var routes: [Map] = []
        var policies: [Map] = []
    }

    private func addresses(_ state: inout State) -> Addresses {
        var found = Addresses()
        let links = network.details.links(of: interface)
        let fixed = links.filter { ![.dhcp, .discovered].contains($0.type) }
        let dhcp = dhcpMembers(links, &state)
        let isOnlyUp = fixed.isEmpty || (fixed.count == 1 && fixed[0].type == .sticky && fixed[0].ip == nil)
        if isOnlyUp, dhcp == nil {
            found.subnets = [["type": .string("manual")]]
            return found
        }
        var cidrs: [String] = []
        var servers: [String] = []
        var search = false
        for link in fixed {
            guard let subnet = link.subnetID.flatMap({ network.subnets[$0] }) else { continue }
            let cidr = "\(link.ip ?? "None")/\(subnet.cidr.split(separator: "/").last ?? "")"
            if link.ip != nil { cidrs.append(cidr) }
            var operation: Map = ["type": .string("static"), "address": .string(cidr)]
            state.families.insert(subnet.cidr.contains(":") ? 6 : 4)
            let matching = network.routes.filter { $0.sourceID == subnet.id }
            for route in matching where !found.matching.contains(where: { $0.id == route.id }) {
                found.matching.append(route)
            }
            setGateway(subnet, &operation, &found, &state)
            var named: [String] = []
            let candidates = (subnet.allowDNS ? rackServers(of: subnet) : []) + subnet.dnsServers.strings
            for server in candidates where !servers.contains(server) {
                servers.append(server)
                named.append(server)
            }
            if subnet.allowDNS { search = true }
            if !named.isEmpty {
                operation["dns_nameservers"] = .array(named.map(JSONValue.string))
                if subnet.allowDNS { operation["dns_search"] = .array(network.searchList.map(JSONValue.string)) }
            }
            if !matching.isEmpty {
                operation["routes"] = .array(
                    matching.map { route in
                        .object([
                            "destination": .string(self.cidr(of: route)), "gateway": .string(route.gatewayIP),
                            "metric": .integer(route.metric),
                        ])
                    })
            }
            found.subnets.append(operation)
        }
        if !cidrs.isEmpty { found.members["addresses"] = .array(cidrs.map(JSONValue.string)) }
        if !servers.isEmpty {
            var nameservers: Map = ["addresses": .array(servers.map(JSONValue.string))]
            if search { nameservers["search"] = .array(network.searchList.map(JSONValue.string)) }
            found.members["nameservers"] = .object(nameservers)
        }
        if let dhcp {
            found.subnets.append(["type": .string(dhcp.type)])
            found.members.merge(dhcp.members) { _, new in new }
        }
        return found
    }

    private func rackServers(of subnet: Subnet) -> [String] {
        let range = IPNetwork(subnet.cidr)
        return (network.rackAddresses[subnet.vlanID] ?? []).filter { ip in
            guard ip.contains(":") == subnet.cidr.contains(":") else { return false }
            // Without a gateway only neighbours can be reached.
            if let gateway = subnet.gatewayIP, !gateway.isEmpty { return true }
            guard let range, let address = IPAddress(ip) else { return false }
            return range.contains(address)
        }
    }

    private func dhcpMembers(_ links: [Link], _ state: inout State) -> (type: String, members: Map)? {
        var families: Set<Int> = []
        for link in links where link.type == .dhcp {
            guard let subnet = link.subnetID.flatMap({ network.subnets[$0] }) else {
                families = [4, 6]
                continue
            }
            families.insert(subnet.cidr.contains(":") ? 6 : 4)
        }
        state.families.formUnion(families)
        switch families {
        case [4, 6]: return ("dhcp", ["dhcp4": .bool(true), "dhcp6": .bool(true)])
        case [4]: return ("dhcp4", ["dhcp4": .bool(true)])
        case [6]: return ("dhcp6", ["dhcp6": .bool(true)])
        default: return nil
        }
    }

    /// Whether the subnet's gateway is the machine's, or else one of its further ones, which then has a table of its
    /// own.
    private func setGateway(_ subnet: Subnet, _ operation: inout Map, _ found: inout Addresses, _ state: inout State) {
        let isIPv6 = subnet.cidr.contains(":")
        if !network.routesBySource, isIPv6 ? state.hasIPv6Gateway : state.hasIPv4Gateway { return }
        guard let gateway = subnet.gatewayIP, !gateway.isEmpty else { return }
        let isDefault = [network.gateways.chosenIPv4, network.gateways.chosenIPv6].contains { chosen in
            chosen?.interfaceID == interface.id && chosen?.subnetID == subnet.id && chosen?.ip == gateway
        }
        if isDefault {
            operation["gateway"] = .string(gateway)
            found.members[isIPv6 ? "gateway6" : "gateway4"] = .string(gateway)
            if isIPv6 { state.hasIPv6Gateway = true } else { state.hasIPv4Gateway = true }
        } else if network.isRoutedBySource, network.gateways.all.contains(where: { $0.interfaceID == interface.id }) {
            routeBySource(subnet, gateway, &found, &state)
        }
    }

    private func routeBySource(_ subnet: Subnet, _ gateway: String, _ found: inout Addresses, _ state: inout State) {
        let table = JSONValue.integer(state.nextTable)
        found.table = state.nextTable
        state.nextTable += 1
        let own = JSONValue.string(subnet.cidr)
        found.routes.append(["to": .string("0.0.0.0/0"), "via": .string(gateway), "table": table])
        found.policies.append(["from": own, "table": table, "priority": .integer(1000)])
        found.policies.append(["from": own, "to": own, "table": .integer(254)])
        for route in found.matching.sorted(by: { $0.id < $1.id }) {
            let destination = JSONValue.string(cidr(of: route))
            found.policies.append([
                "from": .string("0.0.0.0/0"), "to": destination, "table": table, "priority": .integer(1000),
            ])
            found.routes.append([
                "to": destination, "via": .string(route.gatewayIP), "metric": .integer(route.metric), "table": table,
            ])
        }
    }
}
