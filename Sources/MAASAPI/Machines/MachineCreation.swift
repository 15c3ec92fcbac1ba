import Addresses
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
        if deployed, caller.may(.editMachines) {
            try life.adoptDeployed(by: caller)
        } else if commission, !deployed, caller.may(.editMachines) {
            var form = Form(context.form)
            try MachineHandler.requireStatus(.commission, life.node, context.state, &form)
            let options = try ScriptRunForm.commission(&form, life.node, context.state)
            // A bad commissioning option leaves the machine New, without a word.
            if form.errors.isEmpty { try life.commission(caller, options) }
        }
        return try MachineHandler.reply(life, context)
    }

    /// What a machine that boots for the first time says of itself, without credentials. One that is still New or
    /// Commissioning and known by its BMC, or by a MAC address, is only updated.
    static func enlist(_ context: Context) throws -> Reply {
        guard context.form.hasLists else { throw Refusal.unexpected("'dict' object has no attribute 'getlist'") }
        let commission = try Form(context.form).strictFlag("commission", default: false)
        let machine: Node
        if let known = try known(context) {
            machine = try renew(known, context)
        } else {
            machine = try add(context, requiresArchitecture: true)
            if commission {
                var life = MachineLife(context.state, machine)
                try life.startEnlisting()
                return try Reply.json { try writeBriefly(life.node, context, into: &$0) }
            }
        }
        return try Reply.json { try writeBriefly(machine, context, into: &$0) }
    }

    /// The machine that enlists again.
    private static func known(_ context: Context) throws -> Node? {
        let waiting: Set<NodeStatus> = [.new, .commissioning]
        let db = context.db
        if context.form["power_type"] == "ipmi", let text = context.form["power_parameters"], !text.isEmpty {
            guard let sent = try? JSONValue(parsing: text.utf8) else {
                throw Refusal.unexpected("Expecting value: line 1 column 1 (char 0)", .valueError)
            }
            let address = sent["power_address"] ?? .string("")
            let machines = try Node.machines(db, in: waiting)
            let power = try Node.powerParameters(db, of: machines.map(\.id))
            if let found = machines.first(where: { power[$0.id]?["power_address"] == address }) { return found }
        }
        let macs = context.form.all("mac_addresses")
        guard macs.allSatisfy({ MACAddress.isAccepted($0) }) else { return nil }
        for mac in macs {
            let found = try Node.all(db, macAddress: MACAddress.normalised(mac)).first {
                $0.kind == .machine && waiting.contains($0.status)
            }
            if let found { return found }
        }
        return nil
    }

    /// Enlisting again says what the machine is and how it is powered, and nothing else.
    private static func renew(_ node: Node, _ context: Context) throws -> Node {
        let names: Set = ["architecture", "subarchitecture", "power_type", "power_parameters"]
        let parameters = Parameters(
            context.form.pairs.filter { names.contains($0.name) }.map { (name: $0.name, value: $0.value) })
        var form = try MachineForm(parameters, context.state, node: node, requiresArchitecture: true)
        if parameters["architecture"] == nil { form.form.add("architecture", Form.required) }
        try form.form.check()
        try form.save(context.state, to: node)
        return try Node.find(context.db, id: node.id) ?? node
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
            json.field("power_state", node.powerState.rawValue)
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
    private static func add(_ context: Context, requiresArchitecture: Bool = false) throws -> Node {
        let state = context.state
        try checkKernelInArchitecture(context.form)
        // A machine with IPMI boots and tells the rest itself; of one that is deployed MAAS need not know more.
        let isDeployed = try Form(context.form).strictFlag("deployed", default: false)
        let type = context.form["power_type"]
        let isComplete = type != "ipmi" && !(isDeployed && type == nil)
        var form = try MachineForm(
            context.form, state, node: nil, requiresArchitecture: requiresArchitecture || isComplete,
            isAdmin: context.may(.editMachines))
        let macs = try macAddresses(&form.form, state.db, required: isComplete)
        form.checkPowerType("", hasInterfaces: !macs.isEmpty && !form.form.errors.contains("mac_addresses"))
        try form.form.check()
        try Form.checkStorable(macs)
        guard let domain = try form.domain ?? Domain.standard(state.db) else { throw Refusal.notFound("Domain") }
        var machine = NewMachine(hostname: try hostname(form, state), domainID: domain.id)
        machine.zoneID = form.zone?.id ?? Zone.defaultID
        machine.poolID = form.pool?.id ?? ResourcePool.defaultID
        machine.architecture = form.architecture ?? ""
        machine.description = form.description.value ?? ""
        machine.minHWEKernel = form.minHWEKernel.value ?? ""
        machine.cpuCount = form.cpuCount ?? 0
        machine.memory = form.memory ?? 0
        if form.architecture != nil || isComplete {
            machine.nics = macs.enumerated().map { NewMachine.NIC(name: "eth\($0.offset)", macAddress: $0.element) }
        }
        let node = try Node.create(state, machine)
        var changes = Node.Changes()
        changes.swapSize = form.swapSize
        changes.isDPU = form.isDPU
        changes.ephemeralDeploy = form.ephemeralDeploy
        form.setSystem(in: &changes)
        try node.apply(changes, state)
        try form.power?.apply(state, to: node)
        return try Node.find(state.db, id: node.id) ?? node
    }

    /// The name that was sent; one that MAAS's own DNS would give an address is none.
    private static func hostname(_ form: MachineForm, _ state: RegionState) throws -> String {
        guard let name = form.hostname.value, try #/\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}/#.wholeMatch(in: name) == nil else {
            return try Node.unusedHostname(state)
        }
        return name
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

    private static func macAddresses(_ form: inout Form, _ db: Connection, required: Bool) throws -> [String] {
        let macs = try form.macAddresses(db, besides: nil, isRequired: required)
        return macs
    }
}
