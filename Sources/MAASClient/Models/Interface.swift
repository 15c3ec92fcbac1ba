/// How an interface gets its address on a subnet.
public enum LinkMode: String, Sendable, Equatable, Decodable, CaseIterable {
    /// MAAS picks an address when the machine is deployed.
    case auto
    case dhcp
    /// A fixed address.
    case `static`
    /// Up, without an address.
    case linkUp = "link_up"
}

/// One link of an interface to a subnet. MAAS leaves out what it does not know.
public struct Link: Sendable, Equatable, Decodable {
    public let id: Int
    public let mode: LinkMode
    public let ipAddress: String?
    public let subnet: Subnet?

    enum CodingKeys: String, CodingKey {
        case id, mode, subnet
        case ipAddress = "ip_address"
    }
}

/// An address seen on an interface that MAAS did not configure itself.
public struct DiscoveredAddress: Sendable, Equatable, Decodable {
    public let ipAddress: String?
    public let subnet: Subnet?

    enum CodingKeys: String, CodingKey {
        case subnet
        case ipAddress = "ip_address"
    }
}

/// A network interface of a node (MAAS: nodes/{system_id}/interfaces/{id}/).
public struct Interface: Sendable, Equatable, Decodable {
    public let id: Int
    public let systemID: String
    public let name: String
    /// `physical`, `bond`, `bridge`, `vlan`, `alias` or `unknown`. The seed's `ethernet` is `physical` here.
    public let type: String
    public let enabled: Bool
    public let macAddress: String?
    /// `nil` when the interface is disconnected.
    public let vlan: VLAN?
    public let links: [Link]
    public let discovered: [DiscoveredAddress]?
    /// Names of the interfaces below this one.
    public let parents: [String]
    /// Names of the interfaces on top of this one.
    public let children: [String]
    public let tags: [String]
    public let effectiveMTU: Int?

    enum CodingKeys: String, CodingKey {
        case id, name, type, enabled, vlan, links, discovered, parents, children, tags
        case systemID = "system_id"
        case macAddress = "mac_address"
        case effectiveMTU = "effective_mtu"
    }

    /// Addresses configured on it; when there are none, those that were seen.
    public var ipAddresses: [String] {
        let configured = links.compactMap(\.ipAddress)
        return configured.isEmpty ? (discovered ?? []).compactMap(\.ipAddress) : configured
    }

    /// The gateway of the first linked subnet that has one. MAAS keeps gateways on subnets, not on interfaces.
    public var gateway: String? { links.lazy.compactMap { $0.subnet?.gatewayIP }.first }

    /// The DNS servers of the linked subnets, each once, in order.
    public var dnsServers: [String] {
        links.flatMap { $0.subnet?.dnsServers ?? [] }.reduce(into: []) { seen, server in
            if !seen.contains(server) { seen.append(server) }
        }
    }
}
