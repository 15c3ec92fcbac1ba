import MAASRegion

/// `machines/?op=clone`: a machine's configuration for others (MAAS: `forms/clone.py`).
extension MachinesHandler {
    static let clone = Operation.post(
        "clone", "Copy a machine's storage and networks to others",
        parameters: [
            "source": "System id or host name", "destinations": "System ids or host names, parted by commas",
            "storage": "Copy the disks' layout", "interfaces": "Copy the networks",
        ], clone)

    private static func clone(_ context: Context) throws -> Reply {
        let db = context.db
        let caller = try context.caller()
        var form = Form(context.form)
        let sent = context.form["destinations"] ?? ""
        let texts = sent.isEmpty ? [] : sent.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let machines = try Node.machines(db, named: texts + [context.form["source"] ?? ""])
        func find(_ text: String, where isOffered: (Node) -> Bool) -> Node? {
            machines.first { $0.isNamed(text) && isOffered($0) }
        }
        func unknown(_ text: String) -> String {
            FieldErrors.unknownChoice(text)
        }

        var source: Node?
        if let text = context.form["source"], !text.isEmpty {
            source = find(text) { $0.isListed(for: caller) }
            if source == nil { form.add("source", unknown(text)) }
        }
        var destinations: [Node] = []
        if sent.isEmpty { form.add("destinations", Form.required) }
        for (number, text) in texts.enumerated() {
            let found = find(text) { [.ready, .failedTesting].contains($0.status) && $0.allows(.admin, to: caller) }
            if let found {
                destinations.append(found)
            } else {
                form.add("destinations", "Machine \(number + 1) is invalid: \(unknown(text))")
            }
        }
        let storage = form.checkbox("storage").or(false)
        let interfaces = form.checkbox("interfaces").or(false)
        // MAAS says so of a source that it did not find, too.
        if source == nil { form.add("source", Form.required) }
        if let source, !form.errors.contains("destinations") {
            for destination in destinations {
                for problem in try problems(
                    MachineClone(state: context.state, source: source, destination: destination),
                    storage: storage, interfaces: interfaces)
                { form.add("destinations", problem) }
            }
        }
        if !storage, !interfaces { form.addToAll("Either storage or interfaces must be true.") }
        try form.check()

        guard let source else { return .deleted }
        for destination in destinations {
            let copy = MachineClone(state: context.state, source: source, destination: destination)
            if storage { try copy.copyStorage() }
            if interfaces { try copy.copyNetworks() }
        }
        return .deleted
    }

    /// Why a destination cannot be made like the source.
    private static func problems(_ copy: MachineClone, storage: Bool, interfaces: Bool) throws -> [String] {
        let machine = "\(copy.destination.systemID) (\(copy.destination.hostname))"
        if copy.source.id == copy.destination.id {
            return ["Source machine \(machine) cannot be a destination machine."]
        }
        var problems: [String] = []
        do {
            if storage { _ = try copy.diskPairs() }
        } catch let mismatch as MachineClone.Mismatch {
            problems.append("\(machine) is invalid: \(mismatch.reason)")
        }
        do {
            if interfaces { _ = try copy.interfacePairs() }
        } catch let mismatch as MachineClone.Mismatch {
            problems.append("\(machine) is invalid: \(mismatch.reason)")
        }
        return problems
    }
}
