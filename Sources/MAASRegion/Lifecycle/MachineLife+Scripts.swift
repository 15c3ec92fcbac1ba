import Formats
import SQLite

/// How the scripts of a run follow each other.
extension MachineLife {
    /// Lets the scripts of a run begin and end one after the other between two moments, in milliseconds from now. The
    /// last one ends with the run itself.
    func scheduleScripts(of set: Int, _ step: LifecycleFailure.Step, from start: Int, to end: Int) throws {
        try lifecycle.schedule(
            .script, of: node.id, after: start,
            payload: [
                "set": .integer(set), "until": .integer(try state.now.addingSaturating(end)),
                "step": .string(step.rawValue),
            ])
    }

    /// The script that runs is over, and the next one begins.
    func nextScript(_ payload: JSONValue) throws {
        guard let set = payload["set"]?.integer, let until = payload["until"]?.integer,
            let step = payload["step"]?.string.flatMap(LifecycleFailure.Step.init(rawValue:)),
            let run = try ScriptSet.find(db, id: set, node: node.id),
            try !LifecycleFailure.isStalling(state, step, node)
        else { return }
        let results = try inOrder(ScriptResult.all(db, set: set), run.kind)
        for result in results where result.status.isRunning { try end(result, step) }
        let waiting = results.filter { $0.status == .pending }
        guard let next = waiting.first else { return }
        try next.run(state, node, in: run.kind)
        try db.execute("UPDATE script_sets SET last_ping = ? WHERE id = ?", try state.now, set)
        if waiting.count > 1 {
            try lifecycle.schedule(
                .script, of: node.id, after: max(0, until - (try state.now)) / waiting.count,
                payload: ["set": .integer(set), "until": .integer(until), "step": .string(step.rawValue)])
        }
    }

    /// Commissioning runs its scripts by their names, other runs in the order in which they were chosen.
    private func inOrder(_ results: [ScriptResult], _ kind: ScriptSet.Kind) -> [ScriptResult] {
        kind == .commissioning ? results.sorted { ($0.name, $0.id) < ($1.name, $1.id) } : results
    }

    /// The run is over, and with it all its scripts.
    /// - Returns: Whether none of them failed.
    func endScripts(of set: Int?, _ step: LifecycleFailure.Step) throws -> Bool {
        guard let set else { return true }
        try lifecycle.cancel(of: node.id, [.script])
        // Whoever plays the machine has said how they ended.
        if try !Node.playsOutside(db, id: node.id) {
            for result in try ScriptResult.all(db, set: set) where result.status.isRunningOrPending {
                try end(result, step)
            }
        }
        try db.execute("UPDATE script_sets SET last_ping = ? WHERE id = ?", try state.now, set)
        return try !ScriptResult.all(db, set: set).contains { $0.status.isFailed && !$0.isSuppressed }
    }

    /// A script ends as it was told to.
    private func end(_ result: ScriptResult, _ step: LifecycleFailure.Step) throws {
        if let reason = try LifecycleFailure.take(state, step, node, script: result.name) {
            let outcome = ScriptResult.Outcome(status: .failed, exitStatus: 1, stderr: reason + "\n")
            try result.end(state, node, outcome)
        } else {
            let text = "\(result.title) on \(node.hostname): the emulator runs no scripts and lets this one pass.\n"
            try result.end(state, node, ScriptResult.Outcome(stdout: text))
        }
    }

    /// What was to run will not: the scripts of what the machine is doing are aborted.
    func abortScripts() throws {
        switch node.status {
        case .commissioning:
            try ScriptSet.end(state, id: node.commissioningResultID, as: .aborted)
            try ScriptSet.end(state, id: node.testingResultID, as: .aborted)
        case .testing: try ScriptSet.end(state, id: node.testingResultID, as: .aborted)
        case .deploying:
            try ScriptSet.end(state, id: node.installationResultID, as: .aborted)
            try ScriptSet.end(state, id: node.deploymentResultID, as: .aborted)
        default: break
        }
    }
}
