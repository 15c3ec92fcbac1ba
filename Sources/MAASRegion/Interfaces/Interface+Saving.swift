import Formats
import SQLite

/// Storing interfaces with everything that MAAS's signals then do to their neighbours (`models/signals/interfaces.py`).
extension Interface {
    /// Whether it is up: interfaces on top of others are when one of those is.
    func isUp(_ db: Connection) throws -> Bool {
        if type == .physical { return enabled }
        let parents = try Self.parents(db, of: id)
        return parents.isEmpty ? type == .vlan || enabled : try parents.contains { try $0.isUp(db) }
    }

    /// Stores the interface and brings the ones above and below it in line: links go when the VLAN changes or the
    /// interface is disabled, a bond or bridge takes links and VLAN of what is below it, mtu stays consistent.
    package func save(_ state: RegionState) throws {
        var visiting: Set<Int> = []
        try save(state, visiting: &visiting)
    }

    private func save(_ state: RegionState, visiting: inout Set<Int>) throws {
        let db = state.db
        guard let old = try Self.find(db, id: id) else { return }
        try check()
        var new = self
        if !new.linkConnected { new.linkSpeed = 0 }
        if type != .physical { new.enabled = try isUp(db) }
        if type == .vlan, let parent = try Self.parents(db, of: id).first { new.macAddress = parent.macAddress }
        try new.store(db)

        if type == .physical, old.enabled != new.enabled { try new.enabledChanged(state) }
        try new.mtuChanged(state, from: old, visiting: &visiting)
        if old.vlanID != new.vlanID { try new.vlanChanged(state, from: old.vlanID) }
        for child in try Self.children(db, of: id) { try child.save(state, visiting: &visiting) }

        guard type == .bond || type == .bridge else { return }
        for var parent in try Self.parents(db, of: id) {
            try parent.clearLinks(db)
            guard parent.vlanID != new.vlanID, visiting.insert(parent.id).inserted else { continue }
            parent.vlanID = new.vlanID
            try parent.save(state, visiting: &visiting)
            visiting.remove(parent.id)
        }
    }

    /// What MAAS's models check of an interface whenever it is saved.
    private func check() throws(Refusal) {
        var errors = FieldErrors()
        for (index, tag) in tags.enumerated() where tag.isEmpty {
            errors.add("tags", "Item \(index + 1) in the array did not validate: This field cannot be blank.")
        }
        if type == .vlan, vlanID == nil {
            errors.add("vlan", "VLAN interface requires connection to a VLAN.")
        }
        try errors.check(by: .model)
    }

    private func store(_ db: Connection) throws {
        try db.execute(
            """
            UPDATE interfaces SET name = ?, mac_address = ?, vlan_id = ?, enabled = ?, acquired = ?,
                link_connected = ?, interface_speed = ?, link_speed = ?, tags = ?, params = ?, numa_node = ?
            WHERE id = ?
            """, name, macAddress, vlanID, enabled, acquired, linkConnected, interfaceSpeed, linkSpeed,
            JSONValue.text(of: tags), params.text, numaNode, id)
    }

    private func enabledChanged(_ state: RegionState) throws {
        let children = try Self.children(state.db, of: id)
        if enabled {
            try ensureLinkUp(state)
            for child in children { try child.ensureLinkUp(state) }
        } else {
            try clearLinks(state.db)
            for child in children where try !child.isUp(state.db) { try child.clearLinks(state.db) }
        }
    }

    /// Interfaces above may not have a larger mtu, those below not a smaller one.
    private func mtuChanged(_ state: RegionState, from old: Interface, visiting: inout Set<Int>) throws {
        guard let mtu = params["mtu"]?.integer, mtu != old.params["mtu"]?.integer else { return }
        for var child in try Self.children(state.db, of: id) {
            guard let above = child.params["mtu"]?.integer, above > mtu else { continue }
            child.params = child.params.setting("mtu", .integer(mtu))
            try child.save(state, visiting: &visiting)
        }
        for var parent in try Self.parents(state.db, of: id) {
            if let below = parent.params["mtu"]?.integer, below >= mtu { continue }
            parent.params = parent.params.setting("mtu", .integer(mtu))
            try parent.save(state, visiting: &visiting)
        }
    }

    private func vlanChanged(_ state: RegionState, from old: Int?) throws {
        let db = state.db
        let kind = try nodeID.flatMap { try Node.find(db, id: $0) }?.kind
        if let kind, kind != .machine, kind != .device {
            // What a controller is connected to is a fact: its subnets move with it.
            if old != nil, let vlanID {
                for link in try Link.all(db, interface: id) {
                    try db.execute("UPDATE subnets SET vlan_id = ? WHERE id = ?", vlanID, link.subnetID)
                }
            }
        } else {
            try clearLinks(db)
        }
        if let old { try Fabric.deleteIfUnused(db, vlan: old) }
    }

    /// Deletes the interface, the interfaces that stand on it alone, and their addresses.
    package func delete(_ state: RegionState) throws {
        for child in try Self.children(state.db, of: id) where try Self.parents(state.db, of: child.id).count == 1 {
            try child.delete(state)
        }
        try Link.remove(state.db, try Link.all(state.db, interface: id))
        try state.db.execute("DELETE FROM interfaces WHERE id = ?", id)
    }
}

extension Fabric {
    /// A fabric that lost its last interface and has no subnets was only made to hold it.
    static func deleteIfUnused(_ db: Connection, vlan: Int) throws {
        try db.execute(
            """
            DELETE FROM fabrics WHERE id = (SELECT fabric_id FROM vlans WHERE id = ?)
                AND NOT EXISTS (SELECT 1 FROM subnets JOIN vlans ON vlans.id = vlan_id WHERE fabric_id = fabrics.id)
                AND NOT EXISTS (SELECT 1 FROM interfaces JOIN vlans ON vlans.id = vlan_id WHERE fabric_id = fabrics.id)
            """, vlan)
    }
}

extension JSONValue {
    /// This object with one member set, or without it for `nil`.
    package func setting(_ key: String, _ value: JSONValue?) -> JSONValue {
        guard case .object(var members) = self else { return self }
        members[key] = value
        return .object(members)
    }
}
