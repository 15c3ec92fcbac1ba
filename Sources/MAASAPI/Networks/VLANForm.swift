import Formats
import MAASRegion
import SQLite

/// Creating and changing VLANs: what MAAS's `forms/vlan.py` and `VLAN.clean` demand.
struct VLANForm {
    let context: Context
    package let old: VLAN?
    private var form: Form
    private let name: FormField<String>
    private let description: FormField<String>
    private let vid: FormField<Int>
    private let mtu: FormField<Int>
    private let dhcpOn: Bool?
    private var primary: FormField<Node>
    private var secondary: FormField<Node>
    private let relay: FormField<VLAN>
    private let space: FormField<Space>
    private let fabric: FormField<Fabric>

    init(_ context: Context, _ old: VLAN?, _ owner: Fabric?) throws {
        self.context = context
        self.old = old
        let db = context.db
        var form = Form(context.form)
        name = form.objectName(required: false)
        description = form.text("description")
        vid = form.integer("vid", required: old == nil || form.isSent("vid"))
        mtu = form.integer("mtu", min: 552)
        dhcpOn = form.checkbox("dhcp_on").value
        primary = try Self.rack(&form, "primary_rack", db, old)
        secondary = try Self.rack(&form, "secondary_rack", db, old)
        relay = try form.reference("relay_vlan") { text in
            guard let found = try Int(python: text).flatMap({ try VLAN.find(db, id: $0) }) else { return nil }
            if let old, old.dhcpOn { return old.relayVLANID == found.id ? found : nil }
            return found.relayVLANID == nil && found.id != old?.id ? found : nil
        }
        if context.form["space"] == Space.undefinedName, old != nil {
            space = .empty
        } else {
            space = try form.specified("space") { text in
                try Specifier.find(
                    text, id: { try Space.find(db, id: $0) }, name: { try Space.find(db, name: $0) })
            }
        }
        let moved: FormField<Fabric> = try form.specified("fabric") { text in
            try Specifier.find(text, id: { try Fabric.find(db, id: $0) }, name: { try Fabric.find(db, name: $0) })
        }
        fabric = owner.map { .value($0) } ?? moved
        self.form = form
    }

    /// A rack controller with an interface on a VLAN of this VID; MAAS offers no others.
    private static func rack(
        _ form: inout Form, _ field: String, _ db: Connection, _ old: VLAN?
    ) throws -> FormField<Node> {
        let text = form.raw(field)
        switch text {
        case .absent: return .absent
        case .empty: return .empty
        case .value(let systemID):
            let found = try Node.find(db, systemID: systemID)
            let isConnected: Int =
                try db.scalar(
                    """
                    SELECT COUNT(*) FROM interfaces JOIN vlans ON vlans.id = vlan_id
                    WHERE node_id = ? AND vid = ?
                    """, found?.id, old?.vid) ?? 0
            if let found, [.rackController, .regionAndRackController].contains(found.kind), isConnected > 0 {
                return .value(found)
            }
            form.add(field, "Select a valid choice. \(systemID) is not one of the available choices.")
            return .absent
        }
    }

    /// Refuses what is wrong; answers the VID that results.
    mutating func checked() throws -> (vid: Int, fabric: Int) {
        let db = context.db
        let vid = vid.value ?? (self.vid.isSent || form.errors.contains("vid") ? -1 : old?.vid ?? -1)
        if !(0...4094).contains(vid) { form.add("vid", "VID must be between 0 and 4094.") }
        if let mtu = mtu.value, mtu > 65535 { form.add("mtu", "MTU must be between 552 and 65535.") }
        try checkRacks()
        let fabricID = fabric.value?.id ?? old?.fabricID ?? 0
        try form.check()
        if let taken = try VLAN.find(db, fabric: fabricID, vid: vid), taken.id != old?.id {
            throw Refusal.field(
                "__all__", "A VLAN with the specified VID already exists in the destination fabric.",
                by: old == nil ? .model : .form)
        }
        return (vid, fabricID)
    }

    private mutating func checkRacks() throws {
        let db = context.db
        if dhcpOn == true {
            let hasRange: Int =
                try db.scalar(
                    """
                    SELECT COUNT(*) FROM ip_ranges JOIN subnets ON subnets.id = subnet_id
                    WHERE vlan_id = ? AND type = 'dynamic'
                    """, old?.id) ?? 0
            if hasRange == 0 {
                form.add("dhcp_on", "dhcp can only be turned on when a dynamic IP range is defined.")
            }
        }
        // Without a primary the secondary is promoted.
        if case .empty = primary, let second = try old?.secondaryRack.flatMap({ try Node.find(db, systemID: $0) }) {
            primary = .value(second)
            secondary = .empty
        }
        if let first = primary.value, first.systemID == old?.secondaryRack { secondary = .empty }
        if let second = secondary.value {
            if second.systemID == old?.primaryRack {
                form.addToAll("\(second.systemID) is already set as the primary rack controller")
            } else if second.systemID == primary.value?.systemID {
                form.addToAll("The primary and secondary rack must be different")
            }
        }
        if dhcpOn == true, !form.errors.contains("dhcp_on"), !form.errors.contains("primary_rack"),
            primary.value == nil, old?.primaryRack == nil
        {
            form.addToAll("dhcp can only be turned on when a primary rack controller is set.")
        }
    }

    /// Writes what was sent into the VLAN's row.
    package mutating func store(_ id: Int) throws {
        let (vid, fabricID) = (self.vid.value ?? old?.vid ?? 0, fabric.value?.id ?? old?.fabricID ?? 0)
        let db = context.db
        func rackID(_ field: FormField<Node>, _ old: String?) throws -> Int? {
            field.map(\.id).orKeep(try old.flatMap { try Node.find(db, systemID: $0)?.id })
        }
        let isServed = dhcpOn ?? old?.dhcpOn ?? false
        let description: String? = try db.scalar("SELECT description FROM vlans WHERE id = ?", id)
        let primaryID = try rackID(primary, old?.primaryRack)
        let secondaryID = try rackID(secondary, old?.secondaryRack)
        let storedName: String? = try db.scalar("SELECT name FROM vlans WHERE id = ?", id) ?? nil
        try db.update(
            "vlans", id: id,
            [
                "vid": vid, "fabric_id": fabricID, "name": name.orKeep(storedName),
                "description": self.description.orKeep(description) ?? "", "mtu": mtu.or(old?.mtu ?? 1500),
                "dhcp_on": isServed, "primary_rack_id": primaryID, "secondary_rack_id": secondaryID,
                "relay_vlan_id": isServed ? nil : relay.map(\.id).orKeep(old?.relayVLANID),
                "space_id": space.map(\.id).orKeep(old?.spaceID),
            ])
        // A fabric that lost its last VLAN goes.
        try db.execute("DELETE FROM fabrics WHERE id NOT IN (SELECT fabric_id FROM vlans)")
    }
}
