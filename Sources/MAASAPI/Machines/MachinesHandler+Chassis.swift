import Addresses
import Formats
import MAASRegion
import SQLite

/// `machines/?op=add_chassis`: the machines of a chassis, or of a hypervisor (MAAS: `api/machines.py`).
extension MachinesHandler {
    static let addChassis = Operation.post(
        "add_chassis", "Add the machines of a chassis",
        parameters: [
            "chassis_type": "Kind of chassis", "hostname": "Its address", "username": "User", "password": "Password",
            "accept_all": "`true` commissions them", "domain": "Domain, by id or name",
            "prefix_filter": "Only machines whose names begin so", "power_control": "ipmi, restapi or restapi2",
            "port": "Port", "protocol": "http or https", "token_name": "Of Proxmox", "token_secret": "Of Proxmox",
            "verify_ssl": "Whether certificates are checked", "rack_controller": "Which rack asks it",
        ], access: .admin, addChassis)

    private static func addChassis(_ context: Context) throws -> Reply {
        let request = try ChassisRequest(context)
        let racks = try racks(for: request, context)
        // Racks answer at once and look afterwards: what they fail at is only in their logs.
        if request.isVirsh, !racks.isEmpty { try adopt(request, context) }
        let names = racks.map(\.hostname).joined(separator: ", ")
        return .text(
            "Asking \(names) to add machines from chassis \(request.hostname)", contentType: APIError.plainUTF8)
    }

    /// The rack that was asked for, or one that the address is near to, or all.
    private static func racks(for request: ChassisRequest, _ context: Context) throws -> [Node] {
        let db = context.db
        let all = try Node.all(db, .rackController, .regionAndRackController)
        if let name = context.form["rack_controller"] {
            guard let rack = all.first(where: { $0.isNamed(name) }) else {
                throw APIError(404, "Unable to find specified rack \(name)", isFromRESTLayer: true)
            }
            return [rack]
        }
        let host = request.host
        var near: [Node] = []
        if let address = IPAddress(host) {
            let around = try Subnet.all(db).filter { IPNetwork($0.cidr)?.contains(address) ?? false }
            let best = try around.first { try VLAN.find(db, id: $0.vlanID)?.dhcpOn ?? false } ?? around.first
            near = try best.map { best in try all.filter { try $0.hasAddress(db, in: best) } } ?? []
        } else if host == "localhost" {
            near = all.filter { $0.kind == .regionAndRackController }
        } else if try !HardwareHost.all(db).contains(where: { ChassisRequest.host(in: $0.address) == host }) {
            throw Refusal.unexpected("[Errno -2] Name or service not known")
        }
        return near.count > 1 ? [try context.state.random.element(of: near)] : near.isEmpty ? all : near
    }

    /// Makes machines of the VMs on a hypervisor of the lab that MAAS does not know yet, and switches them off
    /// (`probe_virsh_and_enlist`).
    private static func adopt(_ request: ChassisRequest, _ context: Context) throws {
        let state = context.state
        let db = state.db
        let hardware = try HardwareHost.find(db, powerAddress: request.hostname, type: .virsh)
        guard let hardware, hardware.isReachable else { return }
        guard let domain = try request.domain ?? Domain.standard(db) else { return }
        for instance in try HardwareInstance.all(db, host: hardware.id)
        where instance.name.hasPrefix(request.prefix ?? "") {
            let macs = instance.nics.map(\.mac)
            if try macs.contains(where: { try Interface.exists(db, macAddress: $0) }) { continue }
            // A name that MAAS refuses ends the whole search.
            guard try !Node.hasHostname(db, instance.name), Hostname.problem(instance.name) == nil else { return }
            var machine = NewMachine(hostname: instance.name, domainID: domain.id)
            machine.nics = macs.enumerated().map { NewMachine.NIC(name: "eth\($0.offset)", macAddress: $0.element) }
            let node = try Node.create(state, machine)
            var power: [String: JSONValue] = [
                "power_address": .string(request.hostname), "power_id": .string(instance.name),
            ]
            if let password = request.password { power["power_pass"] = .string(password) }
            try PowerConfiguration(VMHostType.virsh.rawValue, power, in: context.version)?.apply(state, to: node)
            try instance.powerOff(db, host: hardware.id)
            if request.acceptsAll, let fresh = try Node.find(db, id: node.id) { try commission(fresh, context) }
        }
    }

    /// Commissions a machine that was found; where that cannot be, it stays New, and racks log why.
    private static func commission(_ node: Node, _ context: Context) throws {
        do {
            try context.db.transaction {
                var life = MachineLife(context.state, node)
                try life.commission(try context.caller(), CommissioningOptions())
            }
        } catch is Refusal {}
    }
}

/// What `add_chassis` was asked, checked in MAAS's order.
struct ChassisRequest {
    package let hostname: String
    package let password: String?
    package let prefix: String?
    package let domain: Domain?
    let acceptsAll: Bool
    /// Libvirt, under either of its names.
    let isVirsh: Bool

    private static let types = [
        "recs_box", "ucsm", "mscm", "hmcz", "msftocs", "proxmox", "sm15k", "vmware", "virsh", "powerkvm", "seamicro15k",
    ]

    init(_ context: Context) throws {
        let form = context.form
        let type = try Self.type(context)
        hostname = try context.required("hostname")
        isVirsh = ["virsh", "powerkvm"].contains(type)
        password = try Self.password(type, context)
        acceptsAll = form["accept_all"]?.lowercased() == "true"
        prefix = form["prefix_filter"]
        try Self.check("prefix_filter", type, ["hmcz", "powerkvm", "virsh", "vmware", "proxmox"], context)
        if let control = form["power_control"], !["ipmi", "restapi", "restapi2"].contains(control) {
            throw Refusal.invalid(
                "Invalid power_control: Value must be one of: ipmi; restapi; restapi2 (not \(pythonQuoted(control)))")
        }
        try Self.check("power_control", type, ["seamicro15k"], context)
        if let port = form["port"] {
            guard let number = Int(port.strippedOfBlanks) else {
                throw Refusal.invalid("Invalid port: Please enter an integer value")
            }
            if number < 1 { throw Refusal.invalid("Invalid port: Please enter a number that is 1 or greater") }
            if number > 65535 {
                throw Refusal.invalid("Invalid port: Please enter a number that is 65535 or smaller")
            }
        }
        try Self.check("port", type, ["msftocs", "recs_box", "vmware"], context)
        try Self.check("protocol", type, ["vmware"], context)
        _ = try Form(form).strictFlag("verify_ssl")
        domain = try Self.domain(context)
    }

    private static func type(_ context: Context) throws -> String {
        let type = try context.required("chassis_type")
        guard types.contains(type) else {
            let list = types.joined(separator: "; ")
            throw Refusal.invalid("Invalid chassis_type: Value must be one of: \(list) (not \(pythonQuoted(type)))")
        }
        return type == "sm15k" ? "seamicro15k" : type
    }

    /// What lets MAAS in: most kinds want a user and a password, Proxmox a password or a token, libvirt no user.
    private static func password(_ type: String, _ context: Context) throws -> String? {
        let form = context.form
        switch type {
        case "virsh", "powerkvm":
            if form["username"] != nil {
                throw APIError(
                    400, "username can not be specified when using the \(type) chassis.", isFromRESTLayer: true)
            }
            return form["password"]
        case "proxmox":
            _ = try context.required("username")
            let given = ["password", "token_name", "token_secret"].map { !(form[$0] ?? "").isEmpty }
            let problem: String? =
                if !given.contains(true) {
                    "You must use a password or token with Proxmox."
                } else if !given.contains(false) {
                    "You may only use a password or token with Proxmox, not both."
                } else if form["password"] == nil, !(given[1] && given[2]) {
                    "Proxmox requires both a token_name and token_secret."
                } else {
                    nil
                }
            if let problem { throw APIError(400, problem, contentType: APIError.html, isFromRESTLayer: true) }
            return form["password"]
        default:
            _ = try context.required("username")
            return try context.required("password")
        }
    }

    private static func check(_ name: String, _ type: String, _ types: [String], _ context: Context) throws {
        if context.form[name] != nil, !types.contains(type) {
            throw APIError(400, "\(name) is unavailable with the \(type) chassis type", isFromRESTLayer: true)
        }
    }

    private static func domain(_ context: Context) throws -> Domain? {
        guard let text = context.form["domain"] else { return nil }
        if let id = Int(text.strippedOfBlanks) {
            guard let domain = try Domain.find(context.db, id: id) else {
                throw Refusal.unexpected("Domain matching query does not exist.")
            }
            return domain
        }
        guard let domain = try Domain.find(context.db, name: text) else {
            throw APIError(
                404, "Unable to find specified domain \(text)", contentType: APIError.html, isFromRESTLayer: true)
        }
        return domain
    }

    /// The host that the address names, without scheme, user, port and path.
    package var host: String { Self.host(in: hostname) }

    package static func host(in text: String) -> String {
        if IPAddress(text) != nil { return text }
        var rest = Substring(text)
        if let scheme = text.range(of: "://") { rest = text[scheme.upperBound...] }
        rest = rest.prefix { !"/?#".contains($0) }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        if rest.hasPrefix("[") { return String(rest.dropFirst().prefix { $0 != "]" }) }
        return rest.prefix { $0 != ":" }.lowercased()
    }
}
