import Addresses
import SQLite

/// The addresses that a node gets when it is deployed and gives back when it is released.
extension Node {
    /// Gives every automatic link of the node an address: the one reserved for the interface's MAC address if there
    /// is one, else the next free one of its subnet. Links that have one keep it.
    /// - Returns: The addresses that were given out.
    /// - Throws: `Refusal` when a subnet has none left, when a reserved one is not to be had.
    @discardableResult
    package func claimAutoAddresses(_ state: RegionState) throws -> [IPAddress] {
        var claimed: [IPAddress] = []
        for interface in try Interface.all(state.db, node: id) {
            claimed += try Self.claimAutoAddresses(state, interface)
        }
        return claimed
    }

    private static func claimAutoAddresses(_ state: RegionState, _ interface: Interface) throws -> [IPAddress] {
        let db = state.db
        let links = try Link.all(db, interface: interface.id).filter { $0.type == .auto }
        guard links.contains(where: { $0.ip == nil }) else { return [] }
        let kept = try ReservedIP.find(db, macAddress: interface.macAddress)
        var isKeptGiven = links.contains { $0.ip == kept?.ip }
        var claimed: [IPAddress] = []
        for link in links where link.ip == nil {
            guard let subnet = try link.subnetID.flatMap({ try Subnet.find(db, id: $0) }) else {
                throw Refusal.missing(
                    "Automatic IP address cannot be configured on interface \(interface.name) without an associated "
                        + "subnet.")
            }
            let address: IPAddress
            if let kept, !isKeptGiven, kept.subnetID == subnet.id, let reserved = IPAddress(kept.ip) {
                if try Link.holder(db, of: reserved) != nil {
                    throw Refusal.missing("The IP address \(reserved) is already in use.")
                }
                isKeptGiven = true
                address = reserved
            } else {
                address = try SubnetUsage(db, subnet).nextFree()
            }
            try link.set(ip: address, state)
            claimed.append(address)
        }
        if let kept, !isKeptGiven, let mac = interface.macAddress {
            throw Refusal.missing(
                "This interface \(mac) has a reserved ip \(kept.ip) but it does not have a link to that subnet")
        }
        return claimed
    }

    /// Takes the addresses of the node's automatic links back.
    func releaseAutoAddresses(_ state: RegionState) throws {
        for link in try links(state.db) where link.type == .auto && link.ip != nil { try link.set(ip: nil, state) }
    }

    /// What a release does to the network configuration: automatic addresses and leases go, and bridges that were made
    /// while the machine was allocated go too, after giving their links back to the interface below them.
    func releaseInterfaceConfiguration(_ state: RegionState) throws {
        let db = state.db
        try releaseAutoAddresses(state)
        try dropLeases(db)
        for interface in try Interface.all(db, node: id) where interface.acquired {
            let parent: Int? = try db.scalar(
                "SELECT parent_id FROM interface_parents WHERE child_id = ? ORDER BY parent_id LIMIT 1", interface.id)
            if interface.type == .bridge, let parent {
                try db.execute(
                    "UPDATE interface_addresses SET interface_id = ? WHERE interface_id = ?", parent, interface.id)
            }
            try Link.remove(db, try Link.all(db, interface: interface.id))
            try db.execute("DELETE FROM interfaces WHERE id = ?", interface.id)
        }
    }

    /// Gives the interfaces with a DHCP link a lease from the dynamic range of their VLAN's subnet, as MAAS's DHCP
    /// server does when a machine boots. Where the VLAN has no DHCP, or the range is used up, there is none.
    func takeLeases(_ state: RegionState) throws {
        for interface in try Interface.all(state.db, node: id) where interface.enabled {
            let links = try Link.all(state.db, interface: interface.id)
            for link in links where link.type == .dhcp {
                for subnet in try Self.leasingSubnets(state.db, interface, link) {
                    if links.contains(where: { $0.type == .discovered && $0.subnetID == subnet.id && $0.ip != nil }) {
                        continue
                    }
                    guard let address = try Self.freeLease(state.db, subnet, interface) else { continue }
                    try Link.add(
                        state, interface: interface.id, .discovered, ip: address.description, subnet: subnet.id)
                }
            }
        }
    }

    /// Takes leases, and whatever else was only observed, away.
    func dropLeases(_ db: Connection) throws {
        try Link.remove(db, try links(db).filter { $0.type == .discovered })
    }

    private func links(_ db: Connection) throws -> [Link] {
        try Interface.all(db, node: id).flatMap { try Link.all(db, interface: $0.id) }
    }

    /// The subnets whose DHCP server answers a link: the one it names, else all that answer on the interface.
    private static func leasingSubnets(_ db: Connection, _ interface: Interface, _ link: Link) throws -> [Subnet] {
        let named = try link.subnetID.flatMap { try Subnet.find(db, id: $0) }
        guard let named else { return try interface.leasingSubnets(db) }
        return try interface.isServedDHCP(db) ? [named] : []
    }

    /// The address that is kept for the interface, else the lowest of the dynamic ranges that nobody has.
    private static func freeLease(_ db: Connection, _ subnet: Subnet, _ interface: Interface) throws -> IPAddress? {
        if let kept = try ReservedIP.find(db, macAddress: interface.macAddress), kept.subnetID == subnet.id {
            return IPAddress(kept.ip)
        }
        let held: [String] = try db.query(
            "SELECT ip FROM ip_addresses WHERE subnet_id = ? AND ip IS NOT NULL", subnet.id
        ) {
            try $0["ip"]
        }
        let kept: [String] = try db.query("SELECT ip FROM reserved_ips WHERE subnet_id = ?", subnet.id) { try $0["ip"] }
        let taken = IPSpanSet((held + kept).compactMap { IPAddress($0) }.map { IPSpan($0, "assigned-ip") })
        return taken.gaps(in: try SubnetUsage(db, subnet).ranges("dynamic")).first?.first
    }
}

extension Interface {
    /// Whether MAAS serves DHCP on its VLAN, directly or through a relay.
    fileprivate func isServedDHCP(_ db: Connection) throws -> Bool {
        guard let vlan = try vlanID.flatMap({ try VLAN.find(db, id: $0) }) else { return false }
        return try vlan.relayVLANID.flatMap { try VLAN.find(db, id: $0) }?.dhcpOn ?? vlan.dhcpOn
    }

    /// The subnets from which whatever boots on the interface gets a lease: those of its VLAN that have dynamic
    /// addresses, each family once.
    package func leasingSubnets(_ db: Connection) throws -> [Subnet] {
        guard try linkConnected && isServedDHCP(db) else { return [] }
        var families: Set<IPAddress.Family> = []
        return try Subnet.all(db).filter { subnet in
            guard subnet.vlanID == vlanID, let family = IPNetwork(subnet.cidr)?.family else { return false }
            return try !SubnetUsage(db, subnet).ranges("dynamic").isEmpty && families.insert(family).inserted
        }
    }
}
