import Addresses
import Formats
import MAASRegion
import SQLite

/// Creating and changing ranges: what MAAS's `IPRange.clean` demands, in its order.
struct IPRangeForm {
    package let subnet: Subnet
    package let type: String
    package let span: IPSpan
    package let comment: String

    init(_ context: Context, _ old: IPRange?) throws {
        let db = context.db
        var form = Form(context.form)
        let start = try Self.address(&form, "start_ip", old?.startIP)
        let end = try Self.address(&form, "end_ip", old?.endIP)
        let type = form.choice("type", of: ["dynamic", "reserved"], required: old == nil || form.isSent("type"))
        let named: FormField<Subnet> = try form.reference("subnet") { text in
            try Int(python: text).flatMap { try Subnet.find(db, id: $0) }
        }
        var subnet = try named.value ?? (old.flatMap { try Subnet.find(db, id: $0.subnetID) })
        if subnet == nil, !form.isSent("subnet"), let start { subnet = try Subnet.best(db, for: start) }
        let comment = form.text("comment", maxLength: 255)

        if subnet == nil, !form.errors.contains("subnet") {
            // MAAS fails on a dynamic range outside all subnets; nothing else is wrong then.
            if start != nil, end != nil, type.value == "dynamic" { throw Refusal.unexpected("'subnet'") }
            form.add("subnet", Form.required)
        }
        guard let start, let end else {
            for field in ["start_ip", "end_ip"] {
                form.add(field, "Start IP address and end IP address are both required.")
            }
            try form.check()
            throw Refusal.field("start_ip", Form.required)
        }
        let kind = type.value ?? (type.isSent ? nil : old?.type)
        let span = try Self.checked(&form, db, start, end, subnet, kind, except: old?.id)
        try form.check()
        guard let subnet, let span, let kind else { throw Refusal.field("subnet", Form.required) }
        self.subnet = subnet
        self.type = kind
        self.span = span
        self.comment = comment.orKeep(old?.comment) ?? ""
    }

    /// An end of the range. MAAS fails on what is no address.
    private static func address(_ form: inout Form, _ name: String, _ old: String?) throws -> IPAddress? {
        let field = form.raw(name, required: old == nil || form.isSent(name))
        guard let text = field.value else { return field.isSent ? nil : old.flatMap { IPAddress($0) } }
        guard let address = IPAddress(text) else {
            throw Refusal.unexpected("failed to detect a valid IP address from \(pythonQuoted(text))")
        }
        return address
    }

    private static func refuse(
        _ form: inout Form, _ message: String, _ fields: [String] = ["start_ip", "end_ip"]
    ) -> IPSpan? {
        for field in fields { form.add(field, message) }
        return nil
    }

    /// The range, when it is one that may be; else its first fault is in the form.
    private static func checked(
        _ form: inout Form, _ db: Connection, _ start: IPAddress, _ end: IPAddress, _ subnet: Subnet?, _ type: String?,
        except id: Int?
    ) throws -> IPSpan? {
        guard start.family == end.family else {
            return refuse(&form, "Start IP address and end IP address must be in the same address family.")
        }
        guard start <= end else {
            if type == "dynamic" { throw Refusal.unexpected("lower bound IP greater than upper bound!") }
            return refuse(&form, "End IP address must not be less than Start IP address.", ["end_ip"])
        }
        let span = IPSpan(start, end)
        guard let subnet, let type else { return nil }
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
        if type == "dynamic" {
            if start.family == .v6, span.distance < 255 {
                return refuse(&form, "IPv6 dynamic range must be at least 256 addresses in size.")
            }
            let kept = try ReservedIP.all(db).filter { $0.subnetID == subnet.id }
            if kept.contains(where: { IPAddress($0.ip).map(span.contains) ?? false }) {
                form.addToAll("The dynamic IP range cannot include reserved IPs.")
            }
        }
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
