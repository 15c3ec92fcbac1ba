import Formats
import MAASRegion

/// `nodes/{system_id}/results/`: runs of scripts on a node (MAAS: `api/scriptresults.py`).
enum ScriptResultsHandler {
    package static let resources = [
        Resource(
            "nodes/{system_id}/results/", handler: "NodeScriptResultsHandler", tier: .c, guarded: .machines,
            "Results of scripts on a node.",
            [
                .read(
                    "List results",
                    parameters: [
                        "type": "commissioning, testing, installation or release", "hardware_type": hardware,
                        "include_output": output, "filters": filters,
                    ], list)
            ]),
        Resource(
            "nodes/{system_id}/results/{id}/", handler: "NodeScriptResultHandler", tier: .c, guarded: .machines,
            "Results of a run of scripts.",
            [
                .read(
                    "Read results",
                    parameters: ["hardware_type": hardware, "include_output": output, "filters": filters], read),
                .update(
                    "Let results count or not",
                    parameters: [
                        "hardware_type": hardware, "include_output": output, "filters": filters,
                        "suppressed": "whether failures are overlooked",
                    ], access: .admin, update),
                .delete("Delete a run and its results", access: .admin, delete),
                .get(
                    "download", "Download the output of scripts",
                    parameters: [
                        "hardware_type": hardware, "filters": filters,
                        "output": "combined, stdout, stderr, result or all", "filetype": "txt or tar.xz",
                    ], download),
            ]),
    ]

    private static let hardware = "what the scripts are about"
    private static let output = "with their output, base64"
    private static let filters = "names, tags and ids, parted by commas"

    private static func node(_ context: Context) throws -> Node {
        let node = try NodesHandler.find(context)
        try node.require(.view, context)
        return node
    }

    private static func filter(_ parameters: Parameters) throws -> ScriptResultFilter {
        var filter = ScriptResultFilter()
        filter.words = parameters["filters"].map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        if let word = parameters["hardware_type"] {
            do {
                filter.hardwareType = try Script.HardwareType(word)
            } catch {
                throw Refusal.invalid(error.message)
            }
        }
        return filter
    }

    private static func list(_ context: Context) throws -> Reply {
        let node = try node(context)
        var sets = try ScriptSet.all(context.db, node: node.id)
        if let word = context.query["type"] {
            do {
                let kind = try ScriptSet.Kind(word, in: context.version)
                sets.removeAll { $0.kind != kind }
            } catch {
                throw Refusal.invalid(error.message)
            }
        }
        let writer = ScriptSetWriter(
            state: context.state, node: node, filter: try filter(context.query),
            includesOutput: context.query.isTruthy("include_output"))
        return try Reply.json { json in try json.array(of: sets) { try writer.write($1, into: &$0) } }
    }

    /// The run of the path: by its number, or the node's current one of a kind.
    private static func set(_ context: Context, _ node: Node) throws -> ScriptSet {
        let id = context.segment("id")
        let current: [String: Int?] = [
            "current-commissioning": node.commissioningResultID, "current-testing": node.testingResultID,
            "current-installation": node.installationResultID,
        ]
        if let set = current[id], set != nil || context.version.has(.missingScriptSetText) {
            guard let set, let found = try ScriptSet.find(context.db, id: set, node: node.id) else {
                throw Refusal.invalid("No \(id.replacing("-", with: " ")) script set exists for this node.")
            }
            return found
        }
        guard id.isDigits else {
            throw Refusal.invalid(
                "Unknown id \"\(id)\" must be current-commissioning, current-testing, current-installation, or the id "
                    + "number of a specific result.")
        }
        guard let found = try Int(python: id).flatMap({ try ScriptSet.find(context.db, id: $0, node: node.id) }) else {
            throw Refusal.notFound("ScriptSet")
        }
        return found
    }

    private static func answer(
        _ context: Context, _ node: Node, _ set: ScriptSet, _ parameters: Parameters
    ) throws -> Reply {
        let writer = ScriptSetWriter(
            state: context.state, node: node, filter: try filter(parameters),
            includesOutput: parameters.isTruthy("include_output"))
        return try Reply.json { try writer.write(set, into: &$0) }
    }

    private static func read(_ context: Context) throws -> Reply {
        let node = try node(context)
        return try answer(context, node, try set(context, node), context.query)
    }

    private static func update(_ context: Context) throws -> Reply {
        let node = try node(context)
        let set = try set(context, node)
        let filter = try filter(context.form)
        if let isSuppressed = try Form(context.form).strictFlag("suppressed") {
            let results = filter.apply(to: try ScriptResult.all(context.db, set: set.id), context.version)
            for result in results {
                try result.suppress(context.state, isSuppressed)
            }
        }
        return try answer(context, node, set, context.form)
    }

    private static func delete(_ context: Context) throws -> Reply {
        let node = try node(context)
        try set(context, node).delete(context.state, of: node)
        return .deleted
    }

    private static func download(_ context: Context) throws -> Reply {
        let node = try node(context)
        let set = try set(context, node)
        let results = try filter(context.query).apply(
            to: try ScriptResult.described(context.db, set: set.id), context.version)
        let type = context.query["filetype"] ?? "txt"
        let files = ScriptOutput.files(of: results, context.query["output"] ?? "combined", isArchive: type != "txt")
        switch type {
        case "txt": return Reply(contentType: ScriptsHandler.binary, body: Array(ScriptOutput.text(files).utf8))
        case "tar.xz":
            let root = "\(node.hostname)-\(set.kind.label.lowercased())-\(set.id)"
            return Reply(contentType: "application/x-tar", body: XZ.stored(TarArchive.write(files, under: root)))
        default: throw Refusal.invalid("Unknown filetype \"\(type)\" must be txt or tar.xz")
        }
    }
}
