import Formats
import SQLite

/// What a machine sends of its scripts: their outputs, and how they ended (`process_file`, `store_result`).
package struct ScriptUpload {
    package struct File {
        /// With the ending that says which output it is.
        package var name: String
        package var content: String
        /// Of this file alone.
        package var result: Int?
        package var exitStatus: Int?

        package init(name: String, content: String, result: Int? = nil, exitStatus: Int? = nil) {
            self.name = name
            self.content = content
            self.result = result
            self.exitStatus = exitStatus
        }
    }

    package var files: [File] = []
    /// The result that all of it is about.
    package var resultID: Int?
    package var exitStatus: Int?

    package init() {}

    private struct Outputs {
        var exitStatus = 0
        var output: String?
        var stdout = ""
        var stderr = ""
        var result = ""
    }

    /// The results that files can be about.
    private struct Places {
        private(set) var ids: Set<Int> = []
        /// The first of each name.
        private(set) var byName: [String: Int] = [:]

        init(_ results: [ScriptResult]) {
            for result in results { add(result.id, result.name) }
        }

        mutating func add(_ id: Int, _ name: String) {
            ids.insert(id)
            if byName[name] == nil { byName[name] = id }
        }
    }

    private static let endings = [".out": "stdout", ".err": "stderr", ".yaml": "result"]

    func store(_ state: RegionState, _ node: Node, in set: Int, _ signal: MachineLife.Signal) throws {
        var outputs: [Int: Outputs] = [:]
        var places = Places(try ScriptResult.all(state.db, set: set))
        for file in files {
            let (id, part) = try place(of: file, state, set, &places)
            var own = outputs[id] ?? Outputs(exitStatus: file.exitStatus ?? exitStatus ?? (signal == .failed ? 1 : 0))
            switch part {
            case "stdout": own.stdout = file.content
            case "stderr": own.stderr = file.content
            case "result": own.result = file.content
            default: own.output = file.content
            }
            outputs[id] = own
        }
        let results = try ScriptResult.all(state.db, set: set)
        for result in results {
            guard let own = outputs[result.id] else { continue }
            try end(result, own, state, node, signal)
        }
        try state.db.execute("UPDATE script_sets SET last_ping = ? WHERE id = ?", try state.now, set)
        guard files.isEmpty, let result = results.first(where: { $0.id == resultID }) else { return }
        try note(result, signal, state, node)
    }

    /// The result that a file is about, made where there is none, and which of its outputs it is.
    private func place(
        of file: File, _ state: RegionState, _ set: Int, _ places: inout Places
    ) throws -> (id: Int, part: String) {
        let ending = Self.endings.first { file.name.lowercased().hasSuffix($0.key) }
        let name = ending.map { String(file.name.dropLast($0.key.count)) } ?? file.name
        let part = ending?.value ?? "output"
        if let wanted = file.result ?? resultID, places.ids.contains(wanted) { return (wanted, part) }
        if let known = places.byName[name] { return (known, part) }
        let script = try Script.find(state.db, name: name)
        let id = try ScriptSet.addResult(
            state, set: set, ScriptSet.PlannedResult(script: script?.id, name: name), status: .running)
        places.add(id, name)
        return (id, part)
    }

    private func end(
        _ result: ScriptResult, _ outputs: Outputs, _ state: RegionState, _ node: Node, _ signal: MachineLife.Signal
    ) throws {
        var outcome = ScriptResult.Outcome(
            exitStatus: outputs.exitStatus, stdout: outputs.stdout, stderr: outputs.stderr, result: outputs.result)
        let said = (try? YAML.value(outputs.result))?["status"]?.string
        outcome.status =
            switch said {
            case "passed": .passed
            case "failed": .failed
            case "degraded": .degraded
            case "timedout": .timedOut
            case "skipped": .skipped
            default: signal == .timedOut ? .timedOut : outputs.exitStatus == 0 ? .passed : .failed
            }
        try result.end(state, node, outcome)
        if let output = outputs.output {
            try state.db.update("script_results", id: result.id, ["output": output])
        }
    }

    /// A script begins, or gets ready to.
    private func note(
        _ result: ScriptResult, _ signal: MachineLife.Signal, _ state: RegionState, _ node: Node
    ) throws {
        let (status, before): (ScriptStatus, [ScriptStatus]) =
            switch signal {
            case .applyingNetworking: (.applyingNetworking, [.pending])
            case .installing: (.installing, [.pending, .applyingNetworking])
            case .working: (.running, [.pending, .applyingNetworking, .installing])
            default: (.running, [])
            }
        guard before.contains(result.status) else { return }
        let now = try state.now
        try state.db.update(
            "script_results", id: result.id,
            ["status": status.rawValue, "started": result.started ?? now, "updated": now])
    }
}
