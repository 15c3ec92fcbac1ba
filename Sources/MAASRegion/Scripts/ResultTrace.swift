import Formats
import SQLite

/// What tells which results of a node's scripts are kept: their scripts and disks, without what they said.
struct ResultTrace {
    let id: Int
    let set: Int
    private let script: Int?
    private let name: String
    private let blockDevice: Int?
    /// Whether it was planned for disks that were not known yet.
    let isPlaceholder: Bool

    /// Of a node's runs of a kind, and of what is planned wherever it ran, the newest first.
    static func all(
        _ db: Connection, node: Int, _ kind: ScriptSet.Kind, _ planned: [ScriptSet.PlannedResult]
    ) throws -> [ResultTrace] {
        try db.query(
            """
            SELECT script_results.id AS id, script_set_id, script_id, script_name, block_device_id, parameters
            FROM script_results JOIN script_sets ON script_sets.id = script_set_id
            WHERE script_sets.node_id = ?1 AND (script_sets.kind = ?2 OR script_id IN (SELECT value FROM json_each(?3))
                OR script_name IN (SELECT value FROM json_each(?4)))
            ORDER BY script_results.id DESC
            """, node, kind.rawValue, planned.compactMap(\.script).ids.json,
            JSONValue.text(of: planned.filter { $0.script == nil }.map(\.name))
        ) { row in
            ResultTrace(
                id: try row["id"], set: try row["script_set_id"], script: try row["script_id"],
                name: try row["script_name"], blockDevice: try row["block_device_id"],
                isPlaceholder: ScriptParameters.isPlaceholder(try JSONValue(column: "parameters", of: row)))
        }
    }

    /// The ids of those that are too many, once the results of a run have been added: as many of each script are kept,
    /// on the disk that it was about or on none.
    static func exceeding(_ limit: Int, _ traces: [ResultTrace], of set: Int) -> Set<Int> {
        var gone: Set<Int> = []
        for added in traces.reversed() where added.set == set {
            let history = traces.filter { trace in
                let isSame = added.script == nil ? trace.name == added.name : trace.script == added.script
                return isSame && (trace.blockDevice == added.blockDevice || trace.blockDevice == nil)
                    && !gone.contains(trace.id)
            }
            gone.formUnion(history.dropFirst(limit).map(\.id))
        }
        return gone
    }
}
