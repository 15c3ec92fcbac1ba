/// A VLAN as it stands in interfaces and subnets.
public struct VLAN: Sendable, Equatable, Decodable {
    public let id: Int
    /// 0 for the untagged VLAN of a fabric.
    public let vid: Int
    public let name: String?
    public let fabric: String
    public let fabricID: Int
    public let mtu: Int
    /// True when MAAS serves DHCP there.
    public let dhcpOn: Bool
    /// The space's name, or `undefined`.
    public let space: String?

    enum CodingKeys: String, CodingKey {
        case id, vid, name, fabric, mtu, space
        case fabricID = "fabric_id"
        case dhcpOn = "dhcp_on"
    }
}

/// A subnet (MAAS: subnets/{id}/).
public struct Subnet: Sendable, Equatable, Decodable {
    public let id: Int
    public let name: String
    public let cidr: String
    public let vlan: VLAN
    public let gatewayIP: String?
    public let dnsServers: [String]
    public let space: String?
    /// True when MAAS hands out this subnet's addresses.
    public let managed: Bool

    enum CodingKeys: String, CodingKey {
        case id, name, cidr, vlan, space, managed
        case gatewayIP = "gateway_ip"
        case dnsServers = "dns_servers"
    }
}

/// A fabric with its VLANs.
public struct Fabric: Sendable, Equatable, Decodable {
    public let id: Int
    public let name: String
    public let vlans: [VLAN]
}

/// A range of addresses of a subnet (subnets/{id}/?op=reserved_ip_ranges, op=unreserved_ip_ranges).
public struct AddressRange: Sendable, Equatable, Decodable {
    public let start: String
    public let end: String
    public let count: Int
    /// What a reserved range is for, such as `dynamic`, `assigned-ip`, `gateway-ip`.
    public let purpose: [String]?

    enum CodingKeys: String, CodingKey {
        case start, end, purpose
        case count = "num_addresses"
    }
}
