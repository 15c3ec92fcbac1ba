import Addresses
import Formats
import MAASRegion
import SQLite

/// Creating and changing ranges: what MAAS's `forms/iprange.py` and `IPRange.clean` demand, in their order.
struct IPRangeForm {
    /// What to store.
    let values: IPRange.Values

    private static let choices = ["dynamic", "reserved"]

    init(_ context: Context, _ old: IPRange?) throws {
        let db = context.db
        var form = Form(context.form)
        var named: FormField<Subnet> = .absent
        if old == nil, !form.isSent("subnet"), let text = form.parameters["start_ip"] {
            // MAAS fails on what is no address at all, and looks for an IPv4 address behind an IPv6 spelling of it.
            let found = try Subnet.best(db, for: text.looseAddress().unmapped)
            if let found { named = .value(found) } else { form.add("subnet", Form.required) }
        } else {
            named = try form.reference("subnet", required: old == nil || form.isSent("subnet"), db, find: Subnet.find)
        }
        let type = form.choice("type", of: Self.choices, required: old == nil || form.isSent("type"))
        let start = form.address("start_ip", required: old == nil || form.isSent("start_ip"))
        let end = form.address("end_ip", required: old == nil || form.isSent("end_ip"))
        let user = try old == nil ? .absent : form.reference("user") { try User.find(db, username: $0) }
        let comment = form.text("comment", maxLength: 255)
        let userID = try old == nil ? context.caller().id : user.value?.id ?? old?.userID

        let kept = try old.flatMap { try Subnet.find(db, id: $0.subnetID) }
        if (type.isSent ? type.value : old?.type) == "dynamic", !form.errors.contains("type") {
            try Self.checkDynamic(
                &form, db, named.value ?? (form.errors.contains("subnet") ? nil : kept), start, end, old)
        }
        // What the form refuses, the model does not see: it has what was there before.
        let place = named.value ?? kept
        let kind = type.value ?? old?.type
        let span = try Self.checked(
            &form, db, start.value ?? old.flatMap { IPAddress($0.startIP) },
            end.value ?? old.flatMap { IPAddress($0.endIP) }, place, kind, except: old?.id)
        try form.check()
        guard let place, let span, let kind else { throw Refusal.field("subnet", Form.required) }
        values = IPRange.Values(
            subnetID: place.id, type: kind, span: span, userID: userID, comment: comment.value ?? old?.comment ?? "")
    }

    /// What the form of a dynamic range asks before the model does. It fails where the fields that it needs were refused.
    private static func checkDynamic(
        _ form: inout Form, _ db: Connection, _ subnet: Subnet?, _ start: FormField<IPAddress>,
        _ end: FormField<IPAddress>, _ old: IPRange?
    ) throws {
        guard let subnet else { throw Refusal.unexpected("'subnet'") }
        func address(_ name: String, _ field: FormField<IPAddress>, _ old: String?) throws -> IPAddress {
            let kept = form.errors.contains(name) ? nil : old.flatMap { IPAddress($0) }
            guard let address = field.value ?? kept else { throw Refusal.unexpected("'\(name)'") }
            return address
        }
        let first = try address("start_ip", start, old?.startIP)
        let last = try address("end_ip", end, old?.endIP)
        guard first.family == last.family else {
            throw Refusal.unexpected("base address '\(last)' is not IPv\(first.family.rawValue)", .addrFormatError)
        }
        guard first <= last else {
            throw Refusal.unexpected("lower bound IP greater than upper bound!", .addrFormatError)
        }
        let span = IPSpan(first, last)
        let kept = try ReservedIP.all(db).filter { $0.subnetID == subnet.id }
        if kept.contains(where: { IPAddress($0.ip).map(span.contains) ?? false }) {
            form.addToAll("The dynamic IP range cannot include reserved IPs.")
        }
    }

    private static func refuse(
        _ form: inout Form, _ message: String, _ fields: [String] = ["start_ip", "end_ip"]
    ) -> IPSpan? {
        for field in fields { form.add(field, message) }
        return nil
    }

    /// The range, when it is one that may be; else its first fault is in the form.
    private static func checked(
        _ form: inout Form, _ db: Connection, _ start: IPAddress?, _ end: IPAddress?, _ subnet: Subnet?,
        _ type: String?, except id: Int?
    ) throws -> IPSpan? {
        guard let start, let end else {
            return refuse(&form, "Start IP address and end IP address are both required.")
        }
        guard start.family == end.family else {
            return refuse(&form, "Start IP address and end IP address must be in the same address family.")
        }
        guard start <= end else {
            return refuse(&form, "End IP address must not be less than Start IP address.", ["end_ip"])
        }
        let span = IPSpan(start, end)
        guard let subnet else { return nil }
        let usage = try SubnetUsage(db, subnet)
        let network = usage.network
        switch (network.contains(start), network.contains(end)) {
        case (false, false): return refuse(&form, "IP addresses must be within subnet: \(network).")
        case (false, true): return refuse(&form, "Start IP address must be within subnet: \(network).", ["start_ip"])
        case (true, false): return refuse(&form, "End IP address must be within subnet: \(network).", ["end_ip"])
        case (true, true): break
        }
        if start == network.base {
            return refuse(&form, "Reserved network address cannot be included in IP range.", ["start_ip"])
        }
        if network.family == .v4, end == network.last {
            return refuse(&form, "Broadcast address cannot be included in IP range.", ["end_ip"])
        }
        if type == "dynamic", start.family == .v6, span.distance < 255 {
            return refuse(&form, "IPv6 dynamic range must be at least 256 addresses in size.")
        }
        guard let type else { return nil }
        let room =
            try type == "dynamic" ? usage.roomForDynamicRange(except: id) : usage.roomForReservedRange(except: id)
        if room.isEmpty { return refuse(&form, "There is no room for any \(type) ranges on this subnet.") }
        if !room.contains(where: { $0.contains(span) }) {
            let what = type == "dynamic" ? "IP address or range" : "range"
            return refuse(&form, "Requested \(type) range conflicts with an existing \(what).")
        }
        return span
    }
}
