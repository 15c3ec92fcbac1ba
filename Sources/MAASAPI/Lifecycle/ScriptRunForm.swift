import Formats
import MAASRegion

/// The fields that commissioning, tests and releases are started with (`forms/ephemeral.py`): which scripts run, and
/// what they are given.
enum ScriptRunForm {
    /// Scripts by names and tags, and what each of them is given.
    package struct Run {
        package var scripts: [String] = []
        var input: ScriptSet.Input = [:]
    }

    package static func commission(_ form: inout Form, _ node: Node, _ state: RegionState) throws
        -> CommissioningOptions
    {
        var options = CommissioningOptions()
        options.enableSSH = form.checkbox("enable_ssh").value ?? false
        options.skipBMC = form.checkbox("skip_bmc_config").value ?? false
        options.skipNetworking = form.checkbox("skip_networking").value ?? false
        options.skipStorage = form.checkbox("skip_storage").value ?? false
        let scripts = try Script.all(state.db, .commissioning, .testing)
        options.commissioningScripts = names("commissioning_scripts", .commissioning, scripts, &form)
        options.testingScripts = names("testing_scripts", .testing, scripts, allowsNone: true, &form)
        let sent = try parameters(of: scripts, node, state, &form)
        options.input = try input(sent, scripts, options.commissioningScripts + options.testingScripts)
        checkDestruction(options.testingScripts, scripts, node, &form)
        return options
    }

    package static func test(_ form: inout Form, _ node: Node, _ state: RegionState) throws -> Run {
        let scripts = try Script.all(state.db, .testing)
        let names = names("testing_scripts", .testing, scripts, &form)
        let sent = try parameters(of: scripts, node, state, &form)
        checkDestruction(names, scripts, node, &form)
        return try Run(scripts: names, input: input(sent, scripts, names))
    }

    /// Erasing is asked for by switches too, which become the parameters of the script that erases.
    package static func release(_ form: inout Form, _ node: Node, _ state: RegionState) throws -> Run {
        let scripts = try Script.all(state.db)
        var names = names("scripts", .release, scripts, allowsNone: true, &form)
        var sent = try Self.parameters(of: scripts.filter { $0.kind == .release }, node, state, &form)
        let wipe = MachineLife.wipeScript
        let parameters = form.parameters
        func isSet(_ name: String) -> Bool { (parameters[name] ?? "").isChecked }
        if isSet("erase") || isSet("secure_erase") || isSet("quick_erase") {
            if node.isDPU {
                form.addToAll("Erasing disk is disabled for DPUs. For more information, refer to the documentation.")
            }
            if !names.contains(wipe) { names.append(wipe) }
            for name in ["secure_erase", "quick_erase"] where isSet(name) { sent["\(wipe)_\(name)"] = .bool(true) }
        }
        var run = try Run(scripts: names, input: input(sent, scripts, names))
        if isSet("erase") {
            let given = ["secure_erase", "quick_erase"].map { ($0, JSONValue.bool(isSet($0))) }
            run.input[wipe] = run.input[wipe] ?? Dictionary(given) { $1 }
        }
        return run
    }

    /// Names and tags of scripts, parted by commas; the first that is neither is refused.
    private static func names(
        _ field: String, _ kind: Script.Kind, _ scripts: [Script], allowsNone: Bool = false, _ form: inout Form
    ) -> [String] {
        guard let last = form.parameters[field] else { return [] }
        let names =
            form.parameters.hasLists
            ? last.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            : form.parameters.all(field).flatMap { $0.split(separator: ",").map(String.init) }
        let known = scripts.filter { $0.kind == kind }
        let wrong = names.first { name in
            !(allowsNone && name == "none") && !known.contains { $0.name == name || $0.tags.contains(name) }
        }
        guard let wrong else { return names }
        form.add(field, FieldErrors.unknownChoice(wrong))
        return []
    }

    /// What is deployed must not be overwritten.
    private static func checkDestruction(_ names: [String], _ scripts: [Script], _ node: Node, _ form: inout Form) {
        guard node.kind != .machine || node.status == .deployed,
            scripts.contains(where: { $0.isDestructive && $0.answers(to: names) })
        else { return }
        form.add("testing_scripts", "Destructive tests may only be run on undeployed machines.")
    }

    // MARK: Parameters

    /// The parameters that were sent, by the names of the form's fields: `PARAMETER` and `SCRIPT_PARAMETER`.
    private static func parameters(
        of scripts: [Script], _ node: Node, _ state: RegionState, _ form: inout Form
    ) throws -> [String: JSONValue] {
        var sent: [String: JSONValue] = [:]
        for script in scripts {
            guard case .object(let parameters) = try script.parameters.value else { continue }
            for (name, parameter) in parameters.sorted(by: { $0.key < $1.key }) {
                for field in ["\(script.name)_\(name)", name] where sent[field] == nil {
                    guard let text = form.parameters[field], !form.errors.contains(field),
                        let value = try value(text, of: parameter, field, node, state, &form)
                    else { continue }
                    sent[field] = value
                }
            }
        }
        return sent
    }

    /// A parameter's value; `nil` for nothing, or when it is refused.
    private static func value(
        _ sent: String, of parameter: JSONValue, _ field: String, _ node: Node, _ state: RegionState,
        _ form: inout Form
    ) throws -> JSONValue? {
        let text = sent.strippedOfBlanks
        if text.isEmpty { return nil }
        var choices: Set<String>?
        switch parameter["type"]?.string {
        case "storage": choices = try disks(node, state)
        case "interface": choices = try interfaces(node, state)
        case "choice":
            guard case .array(let known)? = parameter["choices"] else { return nil }
            choices = Set(known.flatMap { $0.string.map { [$0] } ?? $0.strings })
        case "runtime":
            do throws(TimeSpan.Invalid) {
                let span = try TimeSpan.read(text)
                return span == 0 ? nil : .integer(span / 1000)
            } catch {
                form.add(field, error.message)
                return nil
            }
        case "boolean": return text.isChecked ? .bool(true) : nil
        default: return .string(text)
        }
        if let choices, !choices.contains(text) {
            form.add(field, FieldErrors.unknownChoice(text))
            return nil
        }
        return .string(text)
    }

    private static func disks(_ node: Node, _ state: RegionState) throws -> Set<String> {
        let disks = try NodeStorage(state.db, node: node).physical
        var choices: Set = ["all"]
        for disk in disks {
            choices.formUnion([String(disk.id), disk.name, disk.model, disk.serial, "\(disk.model):\(disk.serial)"])
            choices.formUnion(disk.tags)
        }
        return choices
    }

    private static func interfaces(_ node: Node, _ state: RegionState) throws -> Set<String> {
        let parents = try Interface.parentIDs(state.db)
        let interfaces = try Interface.all(state.db, node: node.id).filter { !parents.contains($0.id) }
        var choices: Set = ["all"]
        for interface in interfaces {
            let vendor = interface.vendor ?? "None"
            let product = interface.product ?? "None"
            choices.formUnion([String(interface.id), interface.name, vendor, product, "\(vendor):\(product)"])
            choices.insert(interface.macAddress ?? "None")
            choices.formUnion(interface.tags)
        }
        return choices
    }

    /// Hands parameters to the scripts they are for: those whose name is in the field's, else all that take them.
    private static func input(
        _ sent: [String: JSONValue], _ scripts: [Script], _ names: [String]
    ) throws -> ScriptSet.Input {
        let chosen = scripts.filter { $0.answers(to: names) }
        var input: ScriptSet.Input = [:]
        for (field, value) in sent.sorted(by: { $0.key < $1.key }) {
            let own = chosen.filter { field.contains($0.name) }
            for script in own {
                var parameter = Substring(field.replacing(script.name, with: ""))
                while let first = parameter.first, "_-".contains(first) { parameter.removeFirst() }
                while let last = parameter.last, "_-".contains(last) { parameter.removeLast() }
                input[script.name, default: [:]][String(parameter)] = value
            }
            guard own.isEmpty else { continue }
            for script in chosen where try script.parameters.value[field] != nil && input[script.name]?[field] == nil {
                input[script.name, default: [:]][field] = value
            }
        }
        return input
    }
}
