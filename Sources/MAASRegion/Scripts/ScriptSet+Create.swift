import Formats
import SQLite

extension ScriptSet {
    /// What scripts are given, by script and parameter.
    package typealias Input = [String: [String: JSONValue]]

    /// The log that the installer sends: the one result of an installation.
    package static let installationLog = "/tmp/install.log"

    /// Starts a run without scripts; answers its id.
    package static func create(_ state: RegionState, node: Int?, _ kind: Kind, id: Int? = nil) throws -> Int {
        try state.db.insert(into: "script_sets", ["id": id, "node_id": node, "kind": kind.rawValue])
    }

    /// A run of commissioning: the scripts that come with MAAS, and those that were asked for. When none was, all that
    /// are not for certain hardware only and not tagged `noauto` (`create_commissioning_script_set`).
    package static func commissioning(_ state: RegionState, _ node: Node, _ asked: [String], _ input: Input = [:])
        throws -> Int
    {
        let scripts = try Script.all(state.db, .commissioning)
        let chosen: [Script]
        if asked.isEmpty {
            chosen = scripts.filter { $0.forHardware.isEmpty && !$0.tags.contains("noauto") }
        } else {
            let own = asked.contains("none") ? [] : asked
            let words = Set(scripts.filter(\.isDefault).map(\.name) + own)
            chosen = try suiting(state, node, scripts.filter { $0.isAskedFor(words) })
        }
        return try start(state, node, .commissioning, chosen, input, tags: asked)
    }

    /// A run for a machine that enlists: the scripts that come with MAAS and those tagged `enlisting`, or only those that
    /// look for a BMC, as `enlist_commissioning` says.
    static func enlisting(_ state: RegionState, _ node: Node) throws -> Int {
        let scripts = try Script.all(state.db, .commissioning)
        let isWhole = try Configuration.value("enlist_commissioning", state) != .bool(false)
        let words = Set(isWhole ? scripts.filter(\.isDefault).map(\.name) + ["enlisting"] : ["bmc-config"])
        let chosen = try suiting(state, node, scripts.filter { $0.isAskedFor(words) })
        return try start(state, node, .commissioning, chosen, [:])
    }

    /// A run of tests: those that were asked for, else those tagged `commissioning`.
    /// - Returns: The run, which is empty and of no use where no script was found.
    package static func testing(_ state: RegionState, _ node: Node, _ asked: [String], _ input: Input = [:]) throws -> (
        id: Int, isEmpty: Bool
    ) {
        let words = asked.isEmpty ? ["commissioning"] : asked
        let chosen = try suiting(state, node, Script.all(state.db, .testing, askedFor: Set(words)))
        if chosen.isEmpty { return (try create(state, node: node.id, .testing), true) }
        return (try start(state, node, .testing, chosen, input, tags: words), false)
    }

    package static func release(_ state: RegionState, _ node: Node, _ asked: [String], _ input: Input) throws -> Int {
        let chosen = try suiting(state, node, Script.all(state.db, .release, askedFor: Set(asked)))
        return try start(state, node, .release, chosen, input)
    }

    package static func installation(_ state: RegionState, _ node: Node) throws -> Int {
        let set = try create(state, node: node.id, .installation)
        let planned = [PlannedResult(name: installationLog)]
        try addResults(state, sets: [set], planned)
        try forgetOld(state, node, .installation, set, planned)
        return set
    }

    /// A run of every script for deployments there is; `nil` where there is none.
    package static func deployment(_ state: RegionState, _ node: Node) throws -> Int? {
        let scripts = try Script.all(state.db, .deployment)
        let set = try start(state, node, .deployment, scripts, [:])
        return scripts.isEmpty ? nil : set
    }

    /// What runs on controllers, and on machines that were deployed without MAAS.
    package static func deployInformation(_ state: RegionState, set: Int) throws {
        let scripts = try Script.all(state.db, .commissioning)
        let telling = scripts.filter { $0.isDefault && $0.tags.contains("deploy-info") }
        try addResults(state, sets: [set], telling.map { PlannedResult(script: $0.id, name: $0.name) })
    }

    /// Of the scripts that were asked for, those that are for any machine, or for hardware that this one has.
    private static func suiting(_ state: RegionState, _ node: Node, _ asked: [Script]) throws -> [Script] {
        if asked.allSatisfy(\.forHardware.isEmpty) { return asked }
        return asked.filter(try ScriptHardware(state.db, of: node).suits)
    }

    /// Scripts for certain hardware, once commissioning has seen it: those that have one of the tags that the run was
    /// asked for come, and those that wait for what is not there go (`select_for_hardware_scripts`).
    static func selectForHardware(_ state: RegionState, _ node: Node, set: Int, saying report: HardwareReport?) throws {
        let db = state.db
        let hardware = try ScriptHardware(db, of: node, saying: report)
        let scripts = try Script.all(db)
        let text: String = try db.scalar("SELECT tags FROM script_sets WHERE id = ?", set) ?? "[]"
        let tags = try JSONValue(parsing: text.utf8).strings
        let results = try ScriptResult.all(db, set: set)
        for result in results where result.status == .pending {
            guard let script = scripts.first(where: { $0.id == result.scriptID }), !hardware.suits(script) else {
                continue
            }
            try db.execute("DELETE FROM script_results WHERE id = ?", result.id)
        }
        for script in scripts
        where script.kind == .commissioning && !script.forHardware.isEmpty && hardware.suits(script)
            && script.tags.contains(where: tags.contains) && !results.contains(where: { $0.name == script.name })
        {
            try addResults(state, sets: [set], plan(state, node, script))
        }
    }

    private static func start(
        _ state: RegionState, _ node: Node, _ kind: Kind, _ scripts: [Script], _ input: Input, tags: [String] = []
    ) throws -> Int {
        let set = try create(state, node: node.id, kind)
        if !tags.isEmpty { try state.db.update("script_sets", id: set, ["tags": JSONValue.text(of: tags)]) }
        let planned = try scripts.flatMap { try plan(state, node, $0, input[$0.name] ?? [:]) }
        try addResults(state, sets: [set], planned)
        try forgetOld(state, node, kind, set, planned)
        return set
    }

    /// Keeps as many results of every script as the settings say, and ends what older runs have not ended
    /// (`_clean_old`).
    private static func forgetOld(
        _ state: RegionState, _ node: Node, _ kind: Kind, _ set: Int, _ planned: [PlannedResult]
    ) throws {
        let db = state.db
        let limit = try Configuration.value(kind.limitSetting, state)?.integer ?? 10
        let runs = try all(db, node: node.id)
        // The first run of a node: nothing is old.
        if runs.count == 1, runs[0].id == set, !planned.isEmpty, planned.mostOfAScript <= limit { return }
        let others = runs.filter { $0.kind == kind && $0.id != set }
        let traces = try ResultTrace.all(db, node: node.id, kind, planned)
        var gone = ResultTrace.exceeding(limit, traces, of: set)
        // Tests of disks that nobody knew of when they were planned, and that never came to be.
        let ids = Set(others.map(\.id))
        gone.formUnion(traces.filter { ids.contains($0.set) && $0.isPlaceholder }.map(\.id))
        if !gone.isEmpty {
            let gone = gone.ids
            try db.execute("DELETE FROM script_results WHERE id IN \(gone.list)", gone)
        }
        let full = Set(traces.filter { !gone.contains($0.id) }.map(\.set))
        for old in runs where old.kind == kind && !full.contains(old.id) {
            try db.execute("DELETE FROM script_sets WHERE id = ?", old.id)
            try db.execute("UPDATE nodes SET \(kind.column) = NULL WHERE \(kind.column) = ?", old.id)
        }
        for other in others { try end(state, id: other.id, as: .aborted) }
    }

    /// Tests that are about disks and interfaces are planned anew for those that commissioning has found
    /// (`regenerate`).
    static func regenerate(_ state: RegionState, _ node: Node, set: Int) throws {
        var inputs: [(script: Int, input: [String: JSONValue])] = []
        for result in try ScriptResult.all(state.db, set: set) where result.status == .pending {
            guard let script = result.scriptID, case .object(let parameters) = result.parameters,
                parameters.values.contains(where: { ["storage", "interface"].contains($0["type"]?.string) })
            else { continue }
            try state.db.execute("DELETE FROM script_results WHERE id = ?", result.id)
            if inputs.contains(where: { $0.script == script }) { continue }
            let kept = parameters.filter { !["storage", "interface"].contains($0.value["type"]?.string) }
            inputs.append((script, kept.compactMapValues { $0["value"] }))
        }
        for (id, input) in inputs {
            guard let script = try Script.find(state.db, id: id) else { continue }
            do {
                try addResults(state, sets: [set], plan(state, node, script, input))
            } catch let refusal as Refusal {
                try Event.record(
                    state, node, "Script result lookup or storage error",
                    "Removing Script \(script.name) from ScriptSet due to regeneration error - \(refusal.text)",
                    level: .error
                )
            }
        }
    }
}
