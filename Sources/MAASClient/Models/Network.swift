/// A VLAN as it stands in interfaces and subnets.
public struct VLAN: Sendable, Equatable, Decodable {
    /// Names the VLAN in MAAS; unlike the VID it is the VLAN's alone.
    public let id: Int
    /// 0 for the untagged VLAN of a fabric.
    public let vid: Int
    /// `untagged` for the one that comes with a fabric; `nil` for others that nobody gave a name.
    public let name: String?
    /// The name of the fabric.
    public let fabric: String
    /// The id of the fabric. A VID is unique only within one.
    public let fabricID: Int
    /// Bytes that a frame may carry.
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
    /// Names the subnet in paths and links.
    public let id: Int
    /// The CIDR where nobody gave it another.
    public let name: String
    /// Such as `10.10.0.0/24`.
    public let cidr: String
    /// What the subnet is on; machines get there through an interface in it.
    public let vlan: VLAN
    /// The default route of machines on it; `nil` when there is none.
    public let gatewayIP: String?
    /// What machines there are told to ask besides MAAS's own DNS.
    public let dnsServers: [String]
    /// The name of the VLAN's space, or `undefined`.
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
    /// Names the fabric in paths.
    public let id: Int
    /// `fabric-` and the id where nobody gave it another.
    public let name: String
    /// The untagged one first.
    public let vlans: [VLAN]
}

/// A range of addresses of a subnet (subnets/{id}/?op=reserved_ip_ranges, op=unreserved_ip_ranges).
public struct AddressRange: Sendable, Equatable, Decodable {
    /// The first address.
    public let start: String
    /// The last address, which is one of the range.
    public let end: String
    /// How many addresses there are, both ends counted.
    public let count: Int
    /// What a reserved range is for, such as `dynamic`, `assigned-ip`, `gateway-ip`.
    public let purpose: [String]?

    enum CodingKeys: String, CodingKey {
        case start, end, purpose
        case count = "num_addresses"
    }
}
