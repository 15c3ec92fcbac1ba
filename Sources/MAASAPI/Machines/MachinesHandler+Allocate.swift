import Formats
import MAASRegion
import SQLite

extension MachinesHandler {
    static let allocation = Operation.post(
        "allocate", "Take a machine that satisfies constraints",
        parameters: [
            "agent_name": "kept with the machine", "comment": "for the event log",
            "bridge_all": "bridge every interface", "bridge_type": "kind of bridge", "bridge_stp": "spanning tree",
            "bridge_fd": "forward delay, seconds", "install_kvm": "bridges every interface, as deploying so does",
            "register_vmhost": "bridges every interface, as deploying so does",
            "ephemeral_deploy": "bridges nothing unless it is asked for", "install_rackd": "a boolean, of no effect",
            "enable_hw_sync": "a boolean, of no effect", "dry_run": "only say which", "verbose": "say how it matched",
        ], allocate
    ).constrained(.allocation)

    private static func allocate(_ context: Context) throws -> Reply {
        // MAAS reads lists from the form, which a JSON body has none of.
        guard context.form.hasLists else { throw Refusal.unexpected("'dict' object has no attribute 'lists'") }
        let options = try AllocationOptions(context)
        let form = Form(context.form)
        let verbose = try form.strictFlag("verbose", default: false)
        let dryRun = try form.strictFlag("dry_run", default: false)
        let constraints = try NodeConstraints(context.form, scope: .allocation, context.state)
        let caller = try context.caller()

        var machine = try constraints.cheapest(context.db) { $0.isDeployable(by: caller) }
        if machine == nil, context.version.has(.allocationComposes), context.form["system_id"] == nil {
            machine = try ImplicitCompose(context: context, constraints: constraints).compose()
        }
        guard let machine else { throw try refusal(constraints, context) }
        var life = MachineLife(context.state, machine)
        if !dryRun {
            try life.acquire(
                caller, agentName: options.agentName, comment: options.comment,
                bridges: options.bridgeAll ? options.bridges : nil)
        }
        let matched = try AllocationMatch(constraints, of: verbose ? nil : life.node.id, context.db)
        return try Reply.json { json in
            try MachineWriter(context.state, [life.node]).write(life.node, into: &json) { json in
                matched.write(machine: life.node.id, verbose: verbose, into: &json)
            }
        }
    }

    private static func refusal(_ constraints: NodeConstraints, _ context: Context) throws -> Refusal {
        let description = constraints.description
        if description.isEmpty { return .conflict("No machine available.") }
        if let systemID = context.form["system_id"] {
            return .conflict("No machine with system ID \(systemID) available.")
        }
        let sent = context.form.names.filter { $0 != "op" }.map { name in
            let values = context.form.all(name).map(pythonQuoted).joined(separator: ", ")
            return "(\(pythonQuoted(name)), [\(values)])"
        }
        return .conflict(
            "No available machine matches constraints: [\(sent.joined(separator: ", "))] "
                + "(resolved to \"\(description)\")")
    }
}

/// How machines satisfied the labelled constraints: `constraints_by_type` of an allocation.
struct AllocationMatch {
    private let storage: [Int: [NodeStorageConstraint.Match]]
    private let interfaces: [String: [Int: [Int]]]

    /// - Parameter machine: the only one that will be asked for, if there is one.
    init(_ constraints: NodeConstraints, of machine: Int?, _ db: Connection) throws {
        let nodes = machine.map { [$0] }
        storage = try constraints.storage?.matches(db, among: nodes) ?? [:]
        interfaces = try constraints.interfaces?.nodes(db, among: nodes).byLabel ?? [:]
    }

    package func write(machine: Int, verbose: Bool, into json: inout JSONWriter) {
        json.object("constraints_by_type") { json in
            let found = storage[machine] ?? []
            if !found.isEmpty {
                json.object("storage") { json in
                    for label in Set(found.map(\.label)).sorted() {
                        json.array(named: label, of: found.filter { $0.label == label }) { $0.device($1.key) }
                    }
                }
            }
            if !interfaces.isEmpty {
                json.object("interfaces") { json in
                    for (label, nodes) in interfaces.sorted(by: { $0.key < $1.key }) {
                        json.field(named: label, nodes[machine])
                    }
                }
            }
            if verbose { writeVerbose(into: &json) }
        }
    }

    private func writeVerbose(into json: inout JSONWriter) {
        json.object("verbose_storage") { json in
            for (node, matches) in storage.sorted(by: { $0.key < $1.key }) {
                json.object(named: String(node)) { json in
                    for match in matches { json.field(named: match.key, match.label) }
                }
            }
        }
        json.object("verbose_interfaces") { json in
            for (label, nodes) in interfaces.sorted(by: { $0.key < $1.key }) {
                json.object(named: label) { json in
                    for (node, ids) in nodes.sorted(by: { $0.key < $1.key }) { json.field(named: String(node), ids) }
                }
            }
        }
    }
}

extension JSONWriter {
    /// A disk by its number, a partition by `partition:` and its number.
    fileprivate mutating func device(_ key: String) {
        if let id = Int(key) { value(id) } else { value(key) }
    }
}
