import Addresses
import Formats
import SQLite

/// Copies a machine's storage and networks onto another (MAAS: `Node.set_storage_configuration_from_node` and
/// `set_networking_configuration_from_node`).
package struct MachineClone {
    package let state: RegionState
    package let source: Node
    package let destination: Node

    package init(state: RegionState, source: Node, destination: Node) {
        self.state = state
        self.source = source
        self.destination = destination
    }
    package var db: Connection { state.db }

    /// Why a machine cannot take another's configuration.
    package struct Mismatch: Error {
        package let reason: String
    }

    /// The physical interfaces of the same names.
    package func interfacePairs() throws -> [(destination: Interface, source: Interface)] {
        let own = try Interface.all(db, node: destination.id).filter { $0.type == .physical }
        let others = try Interface.all(db, node: source.id).filter { $0.type == .physical }
        let missing = others.filter { other in !own.contains { $0.name == other.name } }.map(\.name)
        if !missing.isEmpty {
            throw Mismatch(
                reason: "destination node physical interfaces do not match the source nodes physical interfaces: "
                    + missing.joined(separator: ", "))
        }
        return others.compactMap { other in own.first { $0.name == other.name }.map { ($0, other) } }
    }

    /// Links the destination's interfaces as the source's are, with other addresses, and makes its bonds, bridges and
    /// VLAN interfaces anew, from the bottom up.
    package func copyNetworks() throws {
        let pairs = try interfacePairs()
        try db.update("nodes", id: destination.id, ["gateway_link_ipv4_id": nil, "gateway_link_ipv6_id": nil])
        for interface in try Interface.all(db, node: destination.id) { try interface.clearLinks(db) }
        var copies: [Int: Int] = [:]
        for (own, other) in pairs {
            try configure(own.id, as: other)
            copies[other.id] = own.id
        }
        var waiting = try Interface.all(db, node: source.id).filter { $0.type != .physical }
        while !waiting.isEmpty {
            let ready = try waiting.filter { other in
                try Interface.parents(db, of: other.id).allSatisfy { copies[$0.id] != nil }
            }
            if ready.isEmpty { throw Refusal.unexpected("Copying the next layer of interfaces has failed.") }
            for other in ready {
                let parents = try Interface.parents(db, of: other.id).compactMap { copies[$0.id] }
                copies[other.id] = try add(other, on: parents)
            }
            waiting.removeAll { copies[$0.id] != nil }
        }
    }

    private func configure(_ id: Int, as other: Interface) throws {
        guard var own = try Interface.find(db, id: id) else { return }
        own.vlanID = other.vlanID
        own.params = other.params
        own.enabled = other.enabled
        own.acquired = other.acquired
        try own.save(state)
        for link in try Link.all(db, interface: other.id) where link.type != .discovered {
            var address: IPAddress?
            if link.ip != nil, link.type != .dhcp {
                guard let subnet = try link.subnetID.flatMap({ try Subnet.find(db, id: $0) }) else {
                    throw Refusal.unexpected("Could not find an appropriate subnet.")
                }
                address = try SubnetUsage(db, subnet).nextFree()
            }
            try Link.add(
                state, interface: id, link.type, ip: address?.description, subnet: link.subnetID, user: link.userID)
        }
    }

    /// Makes an interface like another of the source's; its MAC address is that of the first one below it.
    private func add(_ other: Interface, on parents: [Int]) throws -> Int {
        let taken: Int? = try db.scalar(
            "SELECT id FROM interfaces WHERE node_id = ? AND name = ?", destination.id, other.name)
        if taken != nil {
            throw Refusal.duplicate("Interface", "Node config and Name")
        }
        let mac = try parents.first.flatMap { try Interface.find(db, id: $0)?.macAddress }
        let id = try db.insert(
            into: "interfaces",
            [
                "node_id": destination.id, "name": other.name, "type": other.type, "mac_address": mac,
                "vlan_id": other.vlanID, "enabled": other.enabled, "acquired": other.acquired,
                "link_connected": other.linkConnected, "interface_speed": other.interfaceSpeed,
                "link_speed": other.linkSpeed, "tags": JSONValue.text(of: other.tags),
                "params": other.params.text, "vendor": other.vendor, "product": other.product,
                "firmware_version": other.firmwareVersion,
            ])
        for parent in parents { try db.insert(into: "interface_parents", ["child_id": id, "parent_id": parent]) }
        try configure(id, as: other)
        return id
    }
}
