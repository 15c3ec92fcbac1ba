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
            space = try form.specified("space", .space, db, find: Space.find)
        }
        let moved = try form.specified("fabric", .fabric, db, find: Fabric.find)
        fabric = owner.map { .value($0) } ?? moved
        self.form = form
    }

    /// A rack controller with an interface on a VLAN of this VID, by system id or host name; MAAS offers no others.
    private static func rack(
        _ form: inout Form, _ field: String, _ db: Connection, _ old: VLAN?
    ) throws -> FormField<Node> {
        let text = form.unstripped(field)
        switch text {
        case .absent: return .absent
        case .empty: return .empty
        case .value(let name):
            let racks = try old.map { try VLAN.racks(db, onVID: $0.vid) } ?? []
            if let found = racks.first(where: { $0.isNamed(name) }) { return .value(found) }
            form.add(field, FieldErrors.unknownChoice(name))
            return .absent
        }
    }

    /// Refuses what is wrong; answers the VID that results.
    mutating func checked() throws -> (vid: Int, fabric: Int) {
        let db = context.db
        if old == nil, dhcpOn == true {
            // MAAS looks for the dynamic ranges of a VLAN that is not there yet.
            throw Refusal.unexpected(
                "'VLAN' instance needs to have a primary key value before this relationship can be used.", .valueError)
        }
        let vid = vid.value ?? (self.vid.isSent || form.errors.contains("vid") ? -1 : old?.vid ?? -1)
        let isVIDRefused = !(0...4094).contains(vid)
        if isVIDRefused { form.add("vid", "VID must be between 0 and 4094.") }
        if let mtu = mtu.value, mtu > Int(Int32.max) {
            form.add("mtu", "Ensure this value is less than or equal to \(Int32.max).")
        }
        // The model stops at the VID.
        if let mtu = mtu.value, mtu > 65535, !isVIDRefused { form.add("mtu", "MTU must be between 552 and 65535.") }
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
            if try old?.hasDynamicRange(db) != true {
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
        let texts = try VLAN.texts(db, id: id)
        try VLAN.update(
            db, id: id,
            VLAN.Values(
                vid: vid, fabricID: fabricID, name: name.orKeep(texts?.name),
                description: description.orKeep(texts?.description) ?? "", mtu: mtu.or(old?.mtu ?? 1500),
                dhcpOn: isServed, primaryRackID: try rackID(primary, old?.primaryRack),
                secondaryRackID: try rackID(secondary, old?.secondaryRack),
                relayVLANID: isServed ? nil : relay.map(\.id).orKeep(old?.relayVLANID),
                spaceID: space.map(\.id).orKeep(old?.spaceID)))
    }
}
