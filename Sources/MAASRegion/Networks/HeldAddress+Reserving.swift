import Addresses
import SQLite

/// Setting addresses aside for users, and giving them back (MAAS: `StaticIPAddress.objects.allocate_new`,
/// `Interface.link_subnet`).
extension HeldAddress {
    /// Whether somebody has an address: as a link, set aside, or as that of a BMC. Those that were only seen do not count.
    package static func isTaken(_ db: Connection, _ address: IPAddress) throws -> Bool {
        if try Link.holder(db, of: address) != nil { return true }
        return try PowerAddress.all(db).contains { $0.address == address }
    }

    /// Sets an address aside, the next free one for `nil`; answers its id.
    /// - Throws: `Refusal` for an address that is taken, outside the subnet or in a range that users keep.
    package static func reserve(
        _ state: RegionState, _ address: IPAddress?, in subnet: Subnet, for user: Int
    ) throws -> Int {
        let db = state.db
        let usage = try SubnetUsage(db, subnet)
        let chosen = try address ?? usage.nextFree()
        if address != nil {
            if try isTaken(db, chosen) { throw Refusal.missing("The IP address \(chosen) is already in use.") }
            guard usage.network.contains(chosen) else {
                throw Refusal.forbidden("\(chosen) is not within subnet CIDR: \(subnet.cidr)")
            }
            if subnet.managed, let range = try IPSpanSet(usage.ranges("reserved")).span(containing: chosen) {
                throw Refusal.missing("\(chosen) is within the reserved range from \(range.first) to \(range.last)")
            }
        }
        let now = try state.now
        return try db.insert(
            into: "ip_addresses",
            [
                "alloc_type": Link.AllocationType.userReserved.rawValue, "ip": chosen.description,
                "subnet_id": subnet.id, "user_id": user, "created": now, "updated": now,
            ])
    }

    /// Sets an address aside for a MAC address, which gets an interface of no node for it; answers its id.
    /// - Throws: `Refusal` for what is no MAC address, for one that a node has, and for an address that cannot be had.
    package static func reserve(
        _ state: RegionState, _ address: IPAddress?, in subnet: Subnet, for user: Int, mac: String
    ) throws -> Int {
        let interface = try Interface.unknown(state, mac: mac)
        return try interface.link(state, .static, subnet, address: address, type: .userReserved, user: user)
    }

    /// Gives the row of an address another number, under which its interfaces have it too.
    package static func renumber(_ db: Connection, _ row: Int, to id: Int) throws {
        try db.execute("PRAGMA defer_foreign_keys = ON")
        try db.execute("UPDATE interface_addresses SET ip_address_id = ? WHERE ip_address_id = ?", id, row)
        try db.update("ip_addresses", id: row, ["id": id])
        try db.execute("PRAGMA defer_foreign_keys = OFF")
    }

    /// The id of the first row of an address.
    package static func id(_ db: Connection, of address: IPAddress) throws -> Int? {
        try db.scalar("SELECT MIN(id) FROM ip_addresses WHERE ip = ?", address.description) ?? nil
    }

    /// The id of the row of an address that a name is given to; a new one, set aside for a user, when there is none.
    package static func named(_ state: RegionState, _ address: IPAddress, for user: Int) throws -> Int {
        let db = state.db
        if let known = try id(db, of: address) { return known }
        let now = try state.now
        return try db.insert(
            into: "ip_addresses",
            [
                "alloc_type": Link.AllocationType.userReserved.rawValue, "ip": address.description,
                "subnet_id": try Subnet.best(db, for: address.unmapped)?.id, "user_id": user, "created": now,
                "updated": now,
            ])
    }

    /// Gives it back. An interface that is up and has no link left gets one that only brings it up; an interface of no
    /// node that has no other goes.
    package func release(_ state: RegionState) throws {
        let interfaces = try interfaces(state.db)
        try state.db.execute("DELETE FROM ip_addresses WHERE id = ?", id)
        for interface in interfaces where interface.enabled { try interface.ensureLinkUp(state) }
        for interface in interfaces where interface.nodeID == nil {
            let links = try interface.links(state.db).filter { $0.type != .discovered }
            if links.allSatisfy(\.isLinkUp) { try interface.delete(state) }
        }
    }
}

extension Interface {
    /// The interface of no node that has a MAC address; a new one when no interface has it.
    static func unknown(_ state: RegionState, mac: String) throws -> Interface {
        let db = state.db
        let known = try db.query(
            "SELECT * FROM interfaces WHERE mac_address = ? ORDER BY id", mac, row: Interface.init)
        if known.count > 1 {
            throw Refusal.unexpected("get() returned more than one Interface -- it returned \(known.count)!")
        }
        if let interface = known.first {
            guard let node = try interface.nodeID.flatMap({ try Node.find(db, id: $0) }) else { return interface }
            throw Refusal.invalid(
                "MAC address \(mac) already belongs to \(node.hostname). Use of the interface API is required, for an "
                    + "interface that belongs to a node.")
        }
        guard mac.isEmpty || MACAddress.isStorable(mac) else {
            throw Refusal.field("mac_address", MACAddress.message(mac), by: .model)
        }
        let id = try db.insert(
            into: "interfaces", ["name": "eth0", "type": Interface.Kind.unknown, "mac_address": mac])
        guard let interface = try find(db, id: id) else { throw Refusal.notFound("Interface") }
        return interface
    }

    /// Makes a MAC address ready for an interface of a node: those of no node that have it go.
    /// - Throws: `Refusal` for what a form took and a table cannot hold, over which MAAS stumbles.
    static func claim(_ db: Connection, mac: String) throws {
        guard mac.isEmpty || MACAddress.isStorable(mac) else {
            throw Refusal.unexpected("'ValidationError' object has no attribute 'message'")
        }
        let unknown = try db.query(
            "SELECT * FROM interfaces WHERE mac_address = ? AND node_id IS NULL", mac, row: Interface.init)
        for interface in unknown {
            try Link.remove(db, try interface.links(db))
            try db.execute("DELETE FROM interfaces WHERE id = ?", interface.id)
        }
    }
}
