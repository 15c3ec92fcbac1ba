import Addresses
import Formats
import MAASRegion
import SQLite

/// `reservedips/`: addresses kept for MAC addresses (MAAS: `api/reservedip.py`). MAAS has them since 3.6.
enum ReservedIPsHandler {
    private static let versions: ClosedRange<MAASVersion> = .of(.reservedIPs)

    package static let resources = [
        Resource(
            "reservedips/", handler: "ReservedIpsHandler", tier: .b, "Manage reserved IPs.",
            [
                .read("List reserved IPs", versions: versions, list),
                .create("Create a reserved IP", parameters: parameters, access: .admin, versions: versions, create),
            ]),
        Resource(
            "reservedips/{id}/", handler: "ReservedIpHandler", tier: .b, "Manage a reserved IP.",
            [
                .read("Read a reserved IP", versions: versions, read),
                .update("Change its comment", parameters: parameters, access: .admin, versions: versions, update),
                .delete("Delete a reserved IP", access: .admin, versions: versions, delete),
            ]),
    ]

    private static let parameters: KeyValuePairs<String, String> = [
        "ip": "address", "subnet": "subnet id or specifier", "mac_address": "MAC address",
        "comment": "a line about it",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let all = try ReservedIP.all(context.db)
        let networks = try NetworkSet(context.db, subnets: all.map(\.subnetID))
        return Reply.json { json in json.array(of: all) { $1.write(networks, into: &$0) } }
    }

    private static func find(_ context: Context) throws -> ReservedIP {
        try Specifiers(db: context.db).one(.reservedIP, context.segment("id"), find: ReservedIP.find)
    }

    private static func reply(_ context: Context, id: Int) throws -> Reply {
        let found = try ReservedIP.get(context.db, id: id)
        let networks = try NetworkSet(context.db, subnets: [found.subnetID])
        return Reply.json { found.write(networks, into: &$0) }
    }

    private static func read(_ context: Context) throws -> Reply {
        try reply(context, id: find(context).id)
    }

    private static func create(_ context: Context) throws -> Reply {
        let new = try values(context, Form(context.form), nil)
        let id = try ReservedIP.insert(
            context.db, ip: new.address, subnetID: new.subnetID, macAddress: new.macAddress, comment: new.comment)
        return try reply(context, id: id)
    }

    private static func update(_ context: Context) throws -> Reply {
        let old = try find(context)
        let kept = [
            ("ip", old.ip), ("subnet", String(old.subnetID)), ("mac_address", old.macAddress),
            ("comment", old.comment),
        ]
        let pairs = context.form.pairs + kept.filter { !context.form.contains($0.0) }
        try old.update(context.db, comment: values(context, Form(Parameters(pairs)), old).comment)
        return try reply(context, id: old.id)
    }

    private struct Values {
        let address: IPAddress
        let subnetID: Int
        let macAddress: String
        let comment: String
    }

    /// What a form says about a reservation. Only the comment of one that is there may change, but MAAS looks at every
    /// field before it says so.
    private static func values(_ context: Context, _ sent: Form, _ old: ReservedIP?) throws -> Values {
        let db = context.db
        var form = sent
        let address = form.address("ip", required: true).value
        if let text = form.parameters["ip"] {
            // The form takes blanks around an address; the database, which is asked for the text as it was sent, does
            // not.
            if address != nil, IPAddress(text) == nil { throw databaseRefusal(of: text) }
            try checkHolder(&form, db, text)
        }
        var subnet = try form.specified("subnet", .subnet, db, find: Subnet.find).value
        let comment = form.text("comment", maxLength: 255)
        if let address, !form.errors.contains("subnet") {
            subnet = try subnet ?? Subnet.best(db, for: address.unmapped)
            if let subnet {
                try checkPlace(&form, address, subnet)
            } else {
                form.add("subnet", "There is no subnet for \(address). Create the subnet and try again.")
            }
        }
        let mac = form.macAddress("mac_address", required: false).value
        if let old {
            checkUnchanged(&form, old, isSubnetSent: context.form.contains("subnet"))
        } else if let address, let subnet, let range = try SubnetUsage(db, subnet).dynamicRange(of: address) {
            form.add(
                "ip", "The reserved IP \(address) must be outside the dynamic range \(range.first) - \(range.last).")
        }
        // What follows the model checks, of the fields that the form took.
        if let mac, !MACAddress.isStorable(mac) { form.add("mac_address", MACAddress.message(mac)) }
        if mac == nil, !form.errors.contains("mac_address") {
            form.add("mac_address", "This field cannot be blank.")
        }
        if let address, !form.errors.contains("ip"), let same = try ReservedIP.find(db, ip: address),
            same.id != old?.id
        {
            form.add("ip", Uniqueness.message("Reserved IP", "IP address"))
        }
        if let subnet, let mac,
            try ReservedIP.all(db).contains(where: {
                $0.macAddress == mac && $0.subnetID == subnet.id && $0.id != old?.id
            })
        {
            form.addToAll(Uniqueness.message("Reserved IP", "MAC address and Subnet"))
        }
        try form.check()
        guard let address, let subnet, let mac else { throw Refusal.field("ip", Form.required) }
        return Values(address: address, subnetID: subnet.id, macAddress: mac, comment: comment.or(""))
    }

    /// A subnet that is sent counts as a change even when it is the same: MAAS compares its text with a number.
    private static func checkUnchanged(_ form: inout Form, _ old: ReservedIP, isSubnetSent: Bool) {
        if form.parameters["ip"] != old.ip || form.parameters["mac_address"] != old.macAddress || isSubnetSent {
            form.addToAll(
                "The ip, mac_address and the subnet of a reserved IP are immutable. Delete the entry and recreate it.")
        }
    }

    /// Whether another interface than the one with the MAC address has the address. MAAS compares both as they were
    /// sent.
    private static func checkHolder(_ form: inout Form, _ db: Connection, _ text: String) throws {
        let macs = try HeldAddress.macAddresses(db, ip: text)
        guard let macs, !macs.contains(form.parameters["mac_address"]) else { return }
        form.add("ip", "The ip \(text) is already in use by another machine.")
    }

    private static func databaseRefusal(of text: String) -> Refusal {
        let before = "FROM \"maasserver_staticipaddress\" WHERE \"maasserver_staticipaddress\".\"ip\" = "
        return .unexpected(
            PostgreSQLMessage.invalidInput(type: "inet", text, before: before, after: "::inet ORDER BY"))
    }

    private static func checkPlace(_ form: inout Form, _ address: IPAddress, _ subnet: Subnet) throws {
        guard let network = IPNetwork(subnet.cidr) else { return }
        if !network.contains(address) { form.add("ip", "\(address) is not part of the subnet.") }
        if address == network.base { form.add("ip", "The network address cannot be a reserved IP.") }
        if address == network.last { form.add("ip", "The broadcast address cannot be a reserved IP.") }
    }

    private static func delete(_ context: Context) throws -> Reply {
        let old = try find(context)
        try old.delete(context.db)
        return .deleted
    }
}
