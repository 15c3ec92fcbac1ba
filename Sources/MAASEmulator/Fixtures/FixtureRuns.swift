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
        let isOfController: Bool
    }

    /// Runs, one after the other, that have the same results.
    private struct Batch {
        let kind: ScriptSet.Kind
        let status: ScriptStatus
        let planned: [ScriptSet.PlannedResult]
        /// Whether others of the kind have the same.
        let isAlike: Bool
        var sets: [Int]

        mutating func takes(_ run: Run) -> Bool {
            guard isAlike, run.kind == kind, run.status == status, !run.isOfController else { return false }
            sets.append(run.set)
            return true
        }

        func add(to state: RegionState) throws {
            try ScriptSet.addResults(state, sets: sets, planned, status: status)
        }
    }

    private var runs: [Run] = []

    /// Makes a run the current one of its kind of a node.
    package func add(
        _ state: RegionState, node: Int, _ kind: ScriptSet.Kind, id: Int, _ status: ScriptStatus,
        isOfController: Bool = false
    ) throws {
        let set = try ScriptSet.create(state, node: node, kind, id: id)
        try state.db.execute("UPDATE nodes SET \(kind.column) = ? WHERE id = ?", set, node)
        runs.append(Run(set: set, node: node, kind: kind, status: status, isOfController: isOfController))
    }

    func addResults(_ state: RegionState) throws {
        let plans = StandardPlans(state, try Script.all(state.db))
        var batch: Batch?
        for run in runs.sorted(by: { $0.set < $1.set }) where run.status != .unknown {
            if batch?.takes(run) == true { continue }
            try batch?.add(to: state)
            batch = nil
            if run.isOfController {
                try ScriptSet.deployInformation(state, set: run.set)
                continue
            }
            let planned = try plans.results(of: run.kind, node: run.node)
            if Self.isOfOneStatus(run.status) {
                batch = Batch(
                    kind: run.kind, status: run.status, planned: planned, isAlike: plans.areAlike(run.kind),
                    sets: [run.set])
            } else {
                try ScriptSet.addResults(state, sets: [run.set], planned.dropLast(), status: .passed)
                try ScriptSet.addResults(state, sets: [run.set], planned.suffix(1), status: run.status)
            }
        }
        try batch?.add(to: state)
    }

    /// Whether all results of a run have its status: of one that has not begun all are pending, and of one that is skipped
    /// or aborted all are. Of the others all have passed but for the last one.
    private static func isOfOneStatus(_ status: ScriptStatus) -> Bool {
        [.pending, .passed, .aborted, .skipped].contains(status)
    }
}

/// What runs get where nobody asked for anything.
private final class StandardPlans {
    private let state: RegionState
    private let scripts: [Script]
    /// What is the same on every node, by the kind of run.
    private var alike: [ScriptSet.Kind: [ScriptSet.PlannedResult]] = [:]

    init(_ state: RegionState, _ scripts: [Script]) {
        self.state = state
        self.scripts = scripts
    }

    private func scripts(of kind: ScriptSet.Kind) -> [Script] {
        scripts.filter { script in
            script.kind == kind.scripts && script.isDefault
                && (kind == .commissioning || script.tags.contains("commissioning"))
        }
    }

    func areAlike(_ kind: ScriptSet.Kind) -> Bool { alike[kind] != nil }

    func results(of kind: ScriptSet.Kind, node id: Int) throws -> [ScriptSet.PlannedResult] {
        if let known = alike[kind] { return known }
        if kind == .installation { return [ScriptSet.PlannedResult(name: ScriptSet.installationLog)] }
        guard let node = try Node.find(state.db, id: id) else { return [] }
        let scripts = scripts(of: kind)
        let planned = try scripts.flatMap { try ScriptSet.plan(state, node, $0) }
        if try scripts.allSatisfy(ScriptSet.isPlannedAlike) { alike[kind] = planned }
        return planned
    }
}
