import MAASRegion
import SQLite

/// The runs of scripts that a fixture's nodes have behind them. Their results are made when all nodes are there, so
/// that their numbers follow those of the runs, as in a region where one happened after the other.
package final class FixtureRuns {
    private struct Run {
        let set: Int
        let node: Int
        let kind: ScriptSet.Kind
        let status: ScriptStatus
    }

    private var runs: [Run] = []
    private var usual: ScriptSet.Usual = [:]

    /// Makes a run the current one of its kind of a node.
    package func add(_ state: RegionState, node: Int, _ kind: ScriptSet.Kind, id: Int, _ status: ScriptStatus) throws {
        let set = try ScriptSet.create(state, node: node, kind, id: id)
        try state.db.execute("UPDATE nodes SET \(kind.column) = ? WHERE id = ?", set, node)
        runs.append(Run(set: set, node: node, kind: kind, status: status))
    }

    private static func nodes(_ db: Connection) throws -> [Node] {
        try Node.all(db, .machine, .device, .rackController, .regionController, .regionAndRackController)
    }

    func addResults(_ state: RegionState) throws {
        let scripts = try Script.all(state.db)
        let nodes = Dictionary(try Self.nodes(state.db).map { ($0.id, $0) }) { first, _ in first }
        for run in runs.sorted(by: { $0.set < $1.set }) where run.status != .unknown {
            guard let node = nodes[run.node] else { continue }
            if node.kind.isController {
                try ScriptSet.deployInformation(state, set: run.set)
            } else if run.kind == .installation {
                try ScriptSet.addResult(state, set: run.set, name: ScriptSet.installationLog, status: run.status)
            } else {
                try addResults(state, node, run, scripts)
            }
        }
    }

    /// The scripts that run when nobody asks for others. All of them have passed but for the last one, which has the
    /// status of the run; of one that has not begun all are pending, and of one that is skipped or aborted all are.
    private func addResults(_ state: RegionState, _ node: Node, _ run: Run, _ scripts: [Script]) throws {
        let isWhole = [.pending, .passed, .aborted, .skipped].contains(run.status)
        var last: Int?
        for script in scripts
        where script.kind == run.kind.scripts && script.isDefault
            && (run.kind == .commissioning || script.tags.contains("commissioning"))
        {
            last = try ScriptSet.add(state, node, script, to: run.set, isWhole ? run.status : .passed, &usual) ?? last
        }
        guard !isWhole, let last else { return }
        let isOver = !run.status.isRunningOrPending
        try state.db.update(
            "script_results", id: last,
            [
                "status": run.status.rawValue, "exit_status": isOver ? (run.status.isFailed ? 1 : 0) : nil,
                "ended": isOver ? try state.now : nil,
            ])
    }
}
