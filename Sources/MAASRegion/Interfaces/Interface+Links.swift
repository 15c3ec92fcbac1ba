import Addresses
import SQLite

/// Linking an interface to subnets (MAAS: `Interface.link_subnet`).
extension Interface {
    package enum LinkMode: String, CaseIterable {
        case auto
        case dhcp
        case `static`
        case linkUp = "link_up"
    }

    package func links(_ db: Connection) throws -> [Link] { try Link.all(db, interface: id) }

    /// Takes all links away but what was observed.
    package func clearLinks(_ db: Connection) throws {
        try Link.remove(db, try links(db).filter { $0.type != .discovered })
    }

    /// Adds a link and takes away what cannot stand beside it: other links yield to it only where MAAS's do.
    /// - Returns: The link's id.
    /// - Throws: `Refusal` when the address is taken or kept for another, and when there is none.
    @discardableResult
    package func link(
        _ state: RegionState, _ mode: LinkMode, _ subnet: Subnet?, address: IPAddress? = nil,
        type: Link.AllocationType = .sticky, user: Int? = nil
    ) throws -> Int {
        let db = state.db
        var interface = self
        if vlanID == nil, let subnet {
            interface.vlanID = subnet.vlanID
            try interface.save(state)
        }
        switch mode {
        case .auto:
            let added = try Link.add(state, interface: id, .auto, subnet: subnet?.id)
            try removeDHCP(db, for: subnet)
            try removeLinkUp(db)
            return added
        case .dhcp:
            try removeDHCP(db, for: subnet)
            let added = try Link.add(state, interface: id, .dhcp, subnet: subnet?.id)
            try removeLinkUp(db)
            return added
        case .static:
            return try interface.linkStatic(state, subnet, address, type, user)
        case .linkUp:
            try removeLinkUp(db)
            let added = try Link.add(state, interface: id, .sticky, subnet: subnet?.id)
            try (Interface.find(db, id: id) ?? interface).save(state)
            try removeDHCP(db, for: subnet)
            return added
        }
    }

    private func linkStatic(
        _ state: RegionState, _ subnet: Subnet?, _ address: IPAddress?, _ type: Link.AllocationType, _ user: Int?
    ) throws -> Int {
        let db = state.db
        let added: Int
        if let address {
            if let subnet, try !SubnetUsage(db, subnet).network.contains(address) {
                throw Refusal.forbidden("IP address is not in the given subnet '\(try subnet.label(db))'.")
            }
            try checkReservations(db, address)
            let isTaken = try db.scalar("SELECT COUNT(*) FROM ip_addresses WHERE ip = ?", address.description) ?? 0 > 0
            if try isTaken || HeldAddress.isTaken(db, address) {
                throw Refusal.missing("IP address is already in use.")
            }
            added = try Link.add(
                state, interface: id, type, ip: address.description, subnet: subnet?.id, user: user)
            try (Interface.find(db, id: id) ?? self).save(state)
        } else {
            guard let subnet else { throw Refusal.unexpected("Could not find an appropriate subnet.") }
            let free = try SubnetUsage(db, subnet).nextFree()
            added = try Link.add(state, interface: id, type, ip: free.description, subnet: subnet.id, user: user)
        }
        try removeDHCP(db, for: subnet)
        try removeLinkUp(db)
        return added
    }

    /// An address may be kept for another interface, and this interface may have another address kept for it.
    private func checkReservations(_ db: Connection, _ address: IPAddress) throws {
        let mine = try ReservedIP.find(db, macAddress: macAddress)
        let other = try ReservedIP.find(db, ip: address)
        let mac = macAddress ?? "None"
        switch (mine, other) {
        case (let mine?, let other?) where mine.id != other.id:
            throw Refusal.conflict(
                "The MAC address \(mac) or the static IP \(address) are associated with a reserved IP and cannot be used."
            )
        case (let mine?, nil):
            throw Refusal.conflict(
                "The static IP \(address) does not match the reserved IP \(mine.ip) for the MAC address \(mac).")
        case (nil, let other?):
            throw Refusal.conflict(
                "The static IP \(address) is already reserved for the MAC address \(other.macAddress).")
        default: break
        }
    }

    private func removeDHCP(_ db: Connection, for subnet: Subnet?) throws {
        let family = subnet?.family
        try Link.remove(
            db,
            try links(db).filter { link in
                guard link.type == .dhcp else { return false }
                guard let family, let other = try link.subnetID.flatMap({ try Subnet.find(db, id: $0) }) else {
                    return true
                }
                return other.family == family
            })
    }

    private func removeLinkUp(_ db: Connection) throws {
        try Link.remove(db, try links(db).filter(\.isLinkUp))
    }

    /// Sees to it that an interface with a VLAN has at least a link that brings it up, and that one only while there
    /// is no other.
    package func ensureLinkUp(_ state: RegionState) throws {
        let links = try links(state.db).filter { $0.type != .discovered }
        if links.isEmpty {
            guard let vlanID = try Interface.find(state.db, id: id)?.vlanID else { return }
            let observed = try self.links(state.db).compactMap {
                try $0.subnetID.flatMap { try Subnet.find(state.db, id: $0) }
            }
            try link(state, .linkUp, observed.first { $0.vlanID == vlanID })
        } else if links.contains(where: { !$0.isLinkUp }) {
            try Link.remove(state.db, links.filter(\.isLinkUp))
        }
    }

    /// Takes one link away; an interface that is up and has none left gets a new `link_up`.
    package func unlink(_ state: RegionState, _ link: Link) throws {
        try Link.remove(state.db, [link])
        if enabled { try ensureLinkUp(state) }
    }
}

extension Link {
    /// A link without an address that only brings the interface up.
    package var isLinkUp: Bool { type == .sticky && ip == nil }
}

extension Subnet {
    package var family: IPAddress.Family? { IPNetwork(cidr)?.family }

    /// As MAAS's messages name it: `mgmt-net:10.10.0.0/24(vid=0)`.
    package func label(_ db: Connection) throws -> String {
        "\(name):\(cidr)(vid=\(try VLAN.find(db, id: vlanID)?.vid ?? 0))"
    }
}
