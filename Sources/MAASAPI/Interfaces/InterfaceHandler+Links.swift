import Addresses
import MAASRegion
import SQLite

/// The operations of an interface that concern its links.
extension InterfaceHandler {
    static func linkSubnet(_ context: Context) throws -> Reply {
        var form = Form(context.form)
        let force = try form.strictFlag("force", default: false)
        var (node, interface) = try findForChange(context)
        try refuseController(node, "link subnet")
        if node.kind == .machine { try checkState(node, "link subnet") }
        let db = context.db

        let subnet = try linkedSubnet(&form, context, interface, force: force)
        let address = form.address("ip_address").value
        let wantsGateway = form.checkbox("default_gateway").value ?? false
        let modes = node.kind == .machine ? Interface.LinkMode.allCases.map(\.rawValue) : ["static"]
        let mode = form.listedChoice("mode", of: modes, required: true, isCaseSensitive: false).value
        for child in try Interface.children(db, of: interface.id) where child.type == .bond {
            form.add("bond", "Cannot link interface(\(interface.name)) when interface is in a bond(\(child.name)).")
        }
        guard let mode = mode.flatMap(Interface.LinkMode.init(rawValue:)) else {
            try form.check()
            throw Refusal.field("mode", Form.required)
        }
        try check(&form, db, interface, mode, subnet, address, force: force)
        if wantsGateway { try checkGateway(&form, db, mode, subnet) }
        try form.check()

        if mode == .linkUp || force { try interface.clearLinks(db) }
        if force, subnet != nil { interface.vlanID = nil }
        let link = try interface.link(context.state, mode, subnet, address: address)
        if wantsGateway, let subnet { try setGateway(context, node, link: link, family: subnet.family) }
        return try reply(context, node, id: interface.id)
    }

    /// The subnet of the form; among those of the interface's VLAN unless it has none or `force` is set.
    private static func linkedSubnet(
        _ form: inout Form, _ context: Context, _ interface: Interface, force: Bool
    ) throws -> Subnet? {
        guard let text = form.raw("subnet").value else { return nil }
        let inReach = try Subnet.all(context.db, specifier: text).filter { subnet in
            force || interface.vlanID == nil || subnet.vlanID == interface.vlanID
        }
        if let found = inReach.first { return found }
        form.add("subnet", Subnet.id(named: text) != nil ? "None found with id=\(text)." : Form.unknownReference)
        return nil
    }

    private static func check(
        _ form: inout Form, _ db: Connection, _ interface: Interface, _ mode: Interface.LinkMode, _ subnet: Subnet?,
        _ address: IPAddress?, force: Bool
    ) throws {
        let links = try interface.links(db)
        switch mode {
        case .auto:
            if subnet == nil { form.add("subnet", Form.required) }
        case .dhcp:
            guard let present = links.first(where: { $0.type == .dhcp }) else { break }
            let other = try present.subnetID.flatMap { try Subnet.find(db, id: $0) }
            let from = try other.map { " from '\(try $0.label(db))'" } ?? ""
            form.add("mode", "Interface is already set to DHCP\(from).")
        case .static:
            guard let subnet else { return form.add("subnet", Form.required) }
            guard let address else { break }
            let usage = try SubnetUsage(db, subnet)
            if !usage.network.contains(address) {
                form.add("ip_address", "IP address is not in the given subnet '\(try subnet.label(db))'.")
            }
            if let range = try usage.dynamicRange(of: address) {
                form.add("ip_address", "IP address is inside a dynamic range \(range.first) to \(range.last).")
            }
        case .linkUp:
            let others = links.filter { !$0.isLinkUp && !($0.type == .discovered && $0.ip == nil) }
            if !others.isEmpty, !force {
                form.add(
                    "mode",
                    "Cannot configure interface to link up (with no IP address) while other links are already "
                        + "configured. Specify force=True to override this behavior and delete all links.")
            }
        }
    }

    private static func checkGateway(
        _ form: inout Form, _ db: Connection, _ mode: Interface.LinkMode, _ subnet: Subnet?
    ) throws {
        guard mode == .auto || mode == .static else {
            return form.add("default_gateway", "Cannot use in mode '\(mode.rawValue)'.")
        }
        guard let subnet else { return form.add("default_gateway", "Subnet is required when default_gateway is True.") }
        if subnet.gatewayIP == nil {
            form.add(
                "default_gateway",
                "Cannot set as default gateway because subnet \(try subnet.label(db)) doesn't provide a gateway IP "
                    + "address.")
        }
    }

    private static func setGateway(_ context: Context, _ node: Node, link: Int, family: IPAddress.Family?) throws {
        try node.set(context.db, gatewayLink: link, family: family ?? .v4)
    }

    static func unlinkSubnet(_ context: Context) throws -> Reply {
        let (node, interface) = try findForChange(context)
        try refuseController(node, "link subnet")
        if node.kind == .machine { try checkState(node, "unlink subnet") }
        let links = try interface.links(context.db)
        var form = Form(context.form)
        let chosen = form.listedChoice("id", of: links.map { String($0.id) }, required: true).value
        try form.check()
        for link in links where String(link.id) == chosen { try interface.unlink(context.state, link) }
        return try reply(context, node, id: interface.id)
    }

    static func setDefaultGateway(_ context: Context) throws -> Reply {
        let (node, interface) = try findForChange(context)
        try refuseController(node, "link subnet")
        if node.kind == .machine { try checkState(node, "set default gateway") }
        var usable: [(link: Link, subnet: Subnet, gateway: String)] = []
        for link in try interface.links(context.db) where [.auto, .sticky, .dhcp].contains(link.type) {
            guard let subnet = try link.subnetID.flatMap({ try Subnet.find(context.db, id: $0) }),
                let gateway = subnet.gatewayIP
            else { continue }
            usable.append((link, subnet, gateway))
        }
        var form = Form(context.form)
        let chosen = form.listedChoice("link_id", of: usable.map { String($0.link.id) }).value
        if usable.isEmpty { form.addToAll("This interface has no usable gateways.") }
        if chosen == nil, !usable.isEmpty {
            let versions = ([.v4, .v6] as [IPAddress.Family]).filter { family in
                Set(usable.filter { IPAddress($0.gateway)?.family == family }.map(\.gateway)).count > 1
            }
            if !versions.isEmpty {
                let list = versions.map { "IPv\($0.rawValue)" }.joined(separator: " and ")
                form.add(
                    "link_id",
                    "This field is required; Interface has more than one usable \(list) "
                        + "gateway\(versions.count > 1 ? "s" : "").")
            }
        }
        try form.check()
        for family in [.v4, .v6] as [IPAddress.Family] {
            let matching = usable.first {
                $0.subnet.family == family && (chosen == nil || String($0.link.id) == chosen)
            }
            if let matching { try setGateway(context, node, link: matching.link.id, family: family) }
        }
        return try reply(context, node, id: interface.id)
    }
}
