/// The default gateways of a node: the links that were chosen, else the best guess.
package struct Gateways {
    package struct Gateway {
        package var ip: String?
        package var linkID: Int?
    }

    /// A gateway by way of an interface and a subnet that it is on.
    struct Way {
        let interfaceID: Int
        let subnetID: Int
        let ip: String

        /// An address of IPv6, as its colons tell.
        var isIPv6: Bool { ip.utf8.contains(UInt8(ascii: ":")) }
    }

    package private(set) var ipv4 = Gateway()
    package private(set) var ipv6 = Gateway()
    /// All that there are, the best guesses first.
    let all: [Way]
    /// Those that a deployed machine uses: the chosen ones, where their subnets have gateways, else the best guesses.
    private(set) var chosenIPv4: Way?
    private(set) var chosenIPv6: Way?

    /// The best guess prefers VLANs with DHCP, then bonds and bridges, the boot interface, other physical
    /// interfaces and VLAN interfaces, then static over reserved over automatic links.
    package init(_ node: Node, _ details: InterfaceDetails) {
        let interfaces = details.interfaces(of: node.id)
        func gateway(_ link: Link) -> String? {
            let ip = link.subnetID.flatMap { details.networks.subnets[$0]?.gatewayIP }
            return ip == "" ? nil : ip
        }
        var candidates: [(rank: Rank, way: Way)] = []
        for interface in interfaces {
            for link in details.links(of: interface) where link.type != .dhcp && link.type != .discovered {
                guard let ip = gateway(link), let id = link.subnetID else { continue }
                let vlan = details.networks.subnets[id].flatMap { details.networks.vlans[$0.vlanID] }
                let way = Way(interfaceID: interface.id, subnetID: id, ip: ip)
                candidates.append((Rank(interface, link, on: vlan, boot: node.bootInterfaceID), way))
            }
        }
        all = candidates.sorted { $0.rank < $1.rank }.map(\.way)
        let bestIPv4 = all.first { !$0.isIPv6 }
        let bestIPv6 = all.first(where: \.isIPv6)
        ipv4.ip = bestIPv4?.ip
        ipv6.ip = bestIPv6?.ip
        func find(_ id: Int) -> (interface: Int, link: Link)? {
            for interface in interfaces {
                for link in details.links(of: interface) where link.id == id { return (interface.id, link) }
            }
            return nil
        }
        func way(_ id: Int?) -> Way? {
            guard let (interface, link) = id.flatMap(find), let ip = gateway(link) else { return nil }
            return link.subnetID.map { Way(interfaceID: interface, subnetID: $0, ip: ip) }
        }
        chosenIPv4 = way(node.gatewayLinkIPv4) ?? bestIPv4
        chosenIPv6 = way(node.gatewayLinkIPv6) ?? bestIPv6
        func chosen(_ id: Int) -> Gateway {
            Gateway(ip: find(id).flatMap { gateway($0.link) }, linkID: id)
        }
        if let link = node.gatewayLinkIPv4 { ipv4 = chosen(link) }
        if let link = node.gatewayLinkIPv6 { ipv6 = chosen(link) }
    }

    /// What comes first is preferred.
    private struct Rank: Comparable {
        private let places: [Int]

        init(_ interface: Interface, _ link: Link, on vlan: VLAN?, boot: Int?) {
            let kind =
                switch interface.type {
                case .bond, .bridge: 1
                case .physical: interface.id == boot ? 2 : 3
                case .vlan: 4
                case .unknown: 5
                }
            let allocation =
                switch link.type {
                case .sticky: 1
                case .userReserved: 2
                default: 3
                }
            places = [vlan?.dhcpOn == true ? 0 : 1, kind, allocation, interface.id, link.id]
        }

        static func < (one: Rank, other: Rank) -> Bool { one.places.lexicographicallyPrecedes(other.places) }
    }
}
