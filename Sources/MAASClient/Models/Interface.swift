/// How an interface gets its address on a subnet.
public enum LinkMode: String, Sendable, Equatable, Decodable, CaseIterable {
    /// MAAS picks an address when the machine is deployed.
    case auto
    /// A DHCP server of the network gives it one: MAAS's or another.
    case dhcp
    /// A fixed address.
    case `static`
    /// Up, without an address.
    case linkUp = "link_up"
}

/// One link of an interface to a subnet. MAAS leaves out what it does not know.
public struct Link: Sendable, Equatable, Decodable {
    /// Names the link where it is unlinked or made the default gateway.
    public let id: Int
    /// How the address comes about.
    public let mode: LinkMode
    /// `nil` before there is one: for `auto` until the deployment, for `dhcp` until the lease.
    public let ipAddress: String?
    /// `nil` for `link_up`, and for `dhcp` until MAAS has seen an address.
    public let subnet: Subnet?

    enum CodingKeys: String, CodingKey {
        case id, mode, subnet
        case ipAddress = "ip_address"
    }
}

/// An address seen on an interface that MAAS did not configure itself.
public struct DiscoveredAddress: Sendable, Equatable, Decodable {
    /// What was seen in commissioning or by the region's own network discovery.
    public let ipAddress: String?
    /// The subnet that holds the address, when MAAS has one.
    public let subnet: Subnet?

    enum CodingKeys: String, CodingKey {
        case subnet
        case ipAddress = "ip_address"
    }
}

/// A network interface of a node (MAAS: nodes/{system_id}/interfaces/{id}/).
public struct Interface: Sendable, Equatable, Decodable {
    /// Names the interface in paths, as its name does.
    public let id: Int
    /// The node it belongs to.
    public let systemID: String
    /// Such as `eth0`; on a VLAN `eth0.10`.
    public let name: String
    /// `physical`, `bond`, `bridge`, `vlan`, `alias` or `unknown`. The seed's `ethernet` is `physical` here.
    public let type: String
    /// False leaves it out of the network configuration that a deployment writes.
    public let enabled: Bool
    /// Lower case, with colons; `nil` for interfaces that have none of their own.
    public let macAddress: String?
    /// `nil` when the interface is disconnected.
    public let vlan: VLAN?
    /// How it is connected: while it is enabled and in a VLAN, at least `link_up`.
    public let links: [Link]
    /// `nil` for interfaces whose addresses MAAS does not look for.
    public let discovered: [DiscoveredAddress]?
    /// Names of the interfaces below this one.
    public let parents: [String]
    /// Names of the interfaces on top of this one.
    public let children: [String]
    /// Words that constraints of an allocation may ask for, such as `sriov`.
    public let tags: [String]
    /// Bytes; the VLAN's unless the interface or its parent says otherwise.
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
