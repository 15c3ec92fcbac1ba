import Formats
import MAASRegion

/// `commissioning-results/` and `installation-results/`: the older lists of what scripts came to (MAAS:
/// `api/results.py`).
enum NodeResultsHandler {
    package static let resources = [
        Resource(
            "commissioning-results/", handler: "NodeResultsHandler", tier: .c, isDescribed: false,
            "Results of commissioning, by their old path.", [list]),
        Resource(
            "installation-results/", handler: "NodeResultsHandler", tier: .c,
            "Results of commissioning and installing.", [list]),
    ]

    private static let list = Operation.read(
        "List results",
        parameters: [
            "system_id": "System ids, repeated", "name": "names of scripts, repeated", "result_type": "a number",
        ], list)

    private static let over: Set<ScriptStatus> = [.passed, .failed, .timedOut, .aborted]

    /// The current runs of the nodes that the caller may see.
    private static func sets(_ context: Context) throws -> [(node: Node, set: ScriptSet)] {
        let caller = try context.caller()
        let wanted = context.query.all("system_id")
        let kinds: [Node.Kind] = [.machine, .device, .rackController, .regionController, .regionAndRackController]
        let found =
            try wanted.isEmpty
            ? kinds.flatMap { try Node.all(context.db, $0) }.sorted { $0.id < $1.id }
            : Node.all(context.db, kinds, systemIDs: wanted)
        let nodes = found.filter { $0.isListed(for: caller) }
        let current = nodes.map { node in
            (node, [node.commissioningResultID, node.installationResultID, node.testingResultID].compactMap(\.self))
        }
        let sets = try ScriptSet.all(context.db, ids: current.flatMap(\.1))
        return current.flatMap { node, ids in
            ids.compactMap { sets[$0] }.filter { $0.nodeID == node.id }.map { (node, $0) }
        }
    }

    private static func list(_ context: Context) throws -> Reply {
        let names = context.query.all("name")
        let type = try context.query.wholeNumber("result_type")?.clamped
        let sets = try sets(context).filter { type == nil || $0.set.kind.rawValue == type }
        let results = try ScriptResult.described(context.db, sets: sets.map(\.set.id))
        return Reply.json { json in
            json.array { json in
                for (node, set) in sets {
                    for result in results[set.id] ?? []
                    where over.contains(result.status) && (names.isEmpty || names.contains(result.name)) {
                        let text = result.stdout.isEmpty ? result.output : result.stdout
                        write(result, result.name, text, node, set, context.version, &json)
                        if !result.stderr.isEmpty {
                            write(result, result.name + ".err", result.stderr, node, set, context.version, &json)
                        }
                    }
                }
            }
        }
    }

    private static func write(
        _ result: ScriptResult, _ name: String, _ text: String, _ node: Node, _ set: ScriptSet, _ version: MAASVersion,
        _ json: inout JSONWriter
    ) {
        let isZoned = version.has(.zonedTimes)
        json.object { json in
            json.field("created", Timestamp.iso(result.created, zoned: isZoned))
            json.field("updated", Timestamp.iso(result.updated, zoned: isZoned))
            json.field("id", result.id)
            json.field("name", name)
            json.field("script_result", result.exitStatus)
            json.field("result_type", set.kind.rawValue)
            json.object("node") { $0.field("system_id", node.systemID) }
            json.field("data", ScriptWriter.base64(text))
            json.field("resource_uri", "\(Dispatch.root)commissioning-scripts/")
        }
    }
}
