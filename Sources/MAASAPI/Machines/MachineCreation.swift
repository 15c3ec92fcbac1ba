import Formats
import MAASRegion
import SQLite

/// `POST machines/`: machines that MAAS is told of.
enum MachineCreation {
    package static func create(_ context: Context) throws -> Reply {
        let switches = Form(context.form)
        let commission = try switches.strictFlag("commission", default: true)
        let deployed = try switches.strictFlag("deployed", default: false)
        let caller = try context.caller()
        var life = MachineLife(context.state, try add(context))
        if deployed {
            let set = try ScriptSet.create(context.state, node: life.node.id, .commissioning)
            try ScriptSet.deployInformation(context.state, set: set)
            try life.update([
                "status": NodeStatus.deployed.rawValue, "owner_id": caller.id, "commissioning_result_id": set,
            ])
        } else if commission, caller.isSuperuser {
            var form = Form(context.form)
            let options = try CommissioningForm.commission(&form, life.node, context.state)
            // A bad commissioning option leaves the machine New, without a word.
            if form.errors.isEmpty { try life.commission(caller, options) }
        }
        return try MachineHandler.reply(life, context)
    }

    /// What a machine that boots for the first time says of itself, without credentials. One that is known by its MAC
    /// address and still New or Commissioning is only updated.
    static func enlist(_ context: Context) throws -> Reply {
        _ = try Form(context.form).strictFlag("commission", default: false)
        let macs = context.form.all("mac_addresses").map { $0.lowercased().replacing("-", with: ":") }
        let known = try macs.lazy.compactMap { mac -> Int? in
            try context.db.scalar(
                """
                SELECT nodes.id FROM nodes JOIN interfaces ON node_id = nodes.id
                WHERE mac_address = ? AND node_type = 0 AND status IN (0, 1)
                """, mac)
        }.first
        let machine: Node
        if let known, let node = try Node.find(context.db, id: known) {
            let form = try MachineForm(context.form, context.state, node: node, requiresArchitecture: false)
            try form.form.check()
            try form.save(context.state, to: node)
            machine = try Node.find(context.db, id: known) ?? node
        } else {
            machine = try add(context)
        }
        return try Reply.json { try writeBriefly(machine, context, into: &$0) }
    }

    /// What callers without credentials see of a machine.
    private static func writeBriefly(_ node: Node, _ context: Context, into json: inout JSONWriter) throws {
        let domain = try Domain.find(context.db, id: node.domainID)
        let event = try Event.newest(context.db, node: node.id)
        try json.object { json in
            json.field("system_id", node.systemID)
            json.field("hostname", node.hostname)
            json.key("domain")
            domain?.write(into: &json, withURI: false)
            json.field("fqdn", "\(node.hostname).\(domain?.name ?? "")")
            json.field("architecture", node.architecture)
            json.field("status", node.status.rawValue)
            json.field("power_type", node.powerType)
            json.field("power_state", node.powerState)
            json.key("zone")
            try Zone.find(context.db, id: node.zoneID)?.write(into: &json, withURI: false)
            json.field("status_action", event?.action)
            json.field("status_message", event?.message)
            json.field("status_name", node.status.label)
            json.field("node_type", node.kind.rawValue)
            json.field("resource_uri", "\(Dispatch.root)machines/\(node.systemID)/")
        }
    }

    /// Checks the form and makes the machine, New.
    private static func add(_ context: Context) throws -> Node {
        let state = context.state
        try checkKernelInArchitecture(context.form)
        var form = try MachineForm(context.form, state, node: nil, requiresArchitecture: true)
        let macs = try macAddresses(&form.form, state.db, power: form.power?.driver.name)
        try form.form.check()
        guard let domain = try form.domain ?? Domain.standard(state.db) else { throw Refusal.notFound("Domain") }
        var machine = NewMachine(
            hostname: try form.hostname.value ?? Node.unusedHostname(state), domainID: domain.id)
        machine.zoneID = form.zone?.id ?? Zone.defaultID
        machine.poolID = form.pool?.id ?? ResourcePool.defaultID
        machine.architecture = form.architecture ?? "amd64/generic"
        machine.description = form.description.value ?? ""
        machine.minHWEKernel = form.minHWEKernel.value ?? ""
        machine.cpuCount = form.cpuCount ?? 0
        machine.memory = form.memory ?? 0
        machine.nics = macs.enumerated().map { NewMachine.NIC(name: "eth\($0.offset)", macAddress: $0.element) }
        let node = try Node.create(state, machine)
        try state.db.update(
            "nodes", id: node.id,
            [
                "swap_size": form.swapSize,
                "is_dpu": form.isDPU ?? false,
            ])
        try form.power?.apply(state, to: node)
        return try Node.find(state.db, id: node.id) ?? node
    }

    private static func checkKernelInArchitecture(_ parameters: Parameters) throws {
        let architecture = parameters["architecture"] ?? ""
        if architecture.contains("/"), let sub = parameters["subarchitecture"], !sub.isEmpty {
            throw Refusal.invalid("Subarchitecture cannot be specified twice.")
        }
        let isKernel = [architecture, parameters["subarchitecture"] ?? ""].contains {
            $0.contains("hwe-") || $0.contains("ga-")
        }
        if isKernel {
            throw Refusal.invalid("hwe kernel must be specified using the min_hwe_kernel argument.")
        }
        if let kernel = parameters["min_hwe_kernel"], !kernel.isEmpty, !kernel.contains("hwe-"), !kernel.contains("ga-")
        {
            throw Refusal.invalid("min_hwe_kernel must start with \"hwe-\" or \"ga-\"")
        }
    }

    private static func macAddresses(_ form: inout Form, _ db: Connection, power: String?) throws -> [String] {
        let macs = try form.macAddresses(db, besides: nil, isRequired: power != "ipmi")
        if form.errors.contains("mac_addresses"), power == "manual" {
            form.add("power_type", "Can't set power type to manual without network interfaces")
        }
        return macs
    }
}
