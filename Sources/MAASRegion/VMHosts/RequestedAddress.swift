import Addresses
import SQLite

extension Subnet {
    /// The subnet that an address belongs to; one on a VLAN with DHCP before others, the oldest among equals.
    package static func best(_ db: Connection, for address: IPAddress) throws -> Subnet? {
        try SubnetsByAddress(db).best(for: address)
    }
}

/// Finds the subnets of any number of addresses.
struct SubnetsByAddress {
    private let subnets: [(network: IPNetwork, subnet: Subnet)]
    private let networks: NetworkSet

    init(_ db: Connection) throws {
        let all = try Subnet.all(db)
        subnets = all.compactMap { subnet in IPNetwork(subnet.cidr).map { ($0, subnet) } }
        networks = try NetworkSet(db, of: all)
    }

    /// The subnet that an address belongs to; one on a VLAN with DHCP before others, the oldest among equals.
    func best(for address: IPAddress) -> Subnet? {
        let candidates = subnets.filter { $0.network.contains(address) }.map(\.subnet)
        return candidates.first { networks.vlans[$0.vlanID]?.dhcpOn ?? false } ?? candidates.first
    }
}

extension Link {
    /// Gives an interface an AUTO link with an address that was asked for (`StaticIPAddress.allocate_new`), and puts
    /// it on the VLAN of the address.
    /// - Throws: `Refusal.missing` with MAAS's text when somebody has it or a range forbids it.
    static func claim(_ state: RegionState, _ text: String, interface: Int) throws {
        let db = state.db
        guard let address = IPAddress(text), let subnet = try Subnet.best(db, for: address) else {
            throw Refusal.unexpected("'NoneType' object has no attribute 'vlan'")
        }
        let holder: Int? = try db.scalar(
            "SELECT 1 FROM ip_addresses WHERE ip = ? AND alloc_type <> ?", address.description,
            AllocationType.discovered.rawValue)
        if holder != nil { throw Refusal.missing("The IP address \(address) is already in use.") }
        let usage = try SubnetUsage(db, subnet)
        for type in ["dynamic", "reserved"] {
            guard let range = try IPSpanSet(usage.ranges(type)).span(containing: address) else { continue }
            throw Refusal.missing(
                "\(address) is within the \(type) range from \(range.first) to \(range.last)")
        }
        try db.execute("UPDATE interfaces SET vlan_id = ? WHERE id = ?", subnet.vlanID, interface)
        try Link.add(state, interface: interface, .auto, ip: address.description, subnet: subnet.id)
    }
}
