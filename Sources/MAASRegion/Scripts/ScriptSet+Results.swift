import Formats
import SQLite

extension ScriptSet {
    /// What a run is to get of one script: a result, be it one that is still to come.
    package struct PlannedResult {
        var script: Int?
        package let name: String
        /// By parameter: what the script says of it, and the `value`.
        var parameters: [String: JSONValue] = [:]
        var blockDevice: Int?
        var interface: Int?

        package init(script: Int? = nil, name: String) {
            self.script = script
            self.name = name
        }

        init(_ script: Script, _ given: ScriptParameters.Given) {
            self.init(script: script.id, name: script.name)
            parameters = given.values
            blockDevice = given.blockDevice
            interface = given.interface
        }

        /// What a row of it has, in the order of `columns`.
        fileprivate var values: [(any SQLBindable)?] {
            [name, parameters.isEmpty ? "{}" : JSONValue.object(parameters).text, script, blockDevice, interface]
        }

        fileprivate static let columns = "script_name, parameters, script_id, block_device_id, interface_id"
    }

    /// The results of a script on a node: one, or one for each disk or interface that it is about.
    /// - Throws: `Refusal` with what does not fit of the input.
    package static func plan(
        _ state: RegionState, _ node: Node, _ script: Script, _ input: [String: JSONValue] = [:]
    ) throws -> [PlannedResult] {
        try ScriptParameters(state, node, script).resolve(input).map { PlannedResult(script, $0) }
    }

    /// Whether a script is given the same on every node where nobody gives it anything.
    package static func isPlannedAlike(_ script: Script) throws -> Bool { try ScriptParameters.isUsual(script) }

    /// Adds the same results to each of some runs, one run after the other. What has another status than pending has
    /// begun, and is over unless the status says that it is not.
    package static func addResults(
        _ state: RegionState, sets: [Int], _ planned: [PlannedResult], status: ScriptStatus = .pending
    ) throws {
        guard !sets.isEmpty, !planned.isEmpty else { return }
        let now = try state.now
        let isOver = !status.isRunningOrPending
        let common: [(any SQLBindable)?] = [
            JSONValue.array(sets.map(JSONValue.integer)).text, status.rawValue,
            isOver && status != .aborted ? (status.isFailed ? 1 : 0) : nil, status == .pending ? nil : now,
            isOver ? now : nil, now,
        ]
        // SQLite takes tens of thousands of values in one statement, yet it has to be prepared for each number of them.
        for start in stride(from: 0, to: planned.count, by: mostAtOnce) {
            let some = planned[start..<min(start + mostAtOnce, planned.count)]
            let rows = Array(repeating: "(?, ?, ?, ?, ?)", count: some.count).joined(separator: ", ")
            try state.db.execute(
                """
                INSERT INTO script_results (
                    script_set_id, status, exit_status, started, ended, created, updated, \(PlannedResult.columns))
                SELECT sets.value, ?2, ?3, ?4, ?5, ?6, ?6, planned.*
                FROM json_each(?1) AS sets CROSS JOIN (VALUES \(rows)) AS planned
                """, arguments: common + some.flatMap(\.values))
        }
    }

    private static let mostAtOnce = 2000

    /// Adds one result to a run.
    /// - Returns: its id.
    package static func addResult(
        _ state: RegionState, set: Int, _ planned: PlannedResult, status: ScriptStatus
    ) throws -> Int {
        try addResults(state, sets: [set], [planned], status: status)
        return state.db.lastInsertedID
    }
}

extension [ScriptSet.PlannedResult] {
    /// How many results the script has that has most of them.
    var mostOfAScript: Int { Dictionary(grouping: self, by: \.name).values.map(\.count).max() ?? 0 }
}
