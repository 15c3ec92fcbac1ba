import Formats
import MAASRegion

/// `commissioning-scripts/`: the older way to scripts, for administrators (MAAS: `api/commissioning_scripts.py`).
enum CommissioningScriptsHandler {
    package static let resources = [
        Resource(
            "commissioning-scripts/", handler: "CommissioningScriptsHandler", tier: .c, login: .admin,
            "Commissioning scripts, by their old path.",
            [
                .read("List the names of commissioning scripts", list),
                .create("Add a commissioning script", parameters: parameters, create),
            ]),
        Resource(
            "commissioning-scripts/{name}", handler: "CommissioningScriptHandler", tier: .c, login: .admin,
            "A commissioning script.",
            [
                .read("Download a script", read), .update("Change a script", parameters: parameters, update),
                .delete("Delete a script", delete),
            ]),
    ]

    private static let parameters: KeyValuePairs = ["name": "the name", "content": "the text, as a file"]

    private static func list(_ context: Context) throws -> Reply {
        .value(try Script.all(context.db, .commissioning).map(\.name).sorted())
    }

    /// Here scripts are found by their names only.
    private static func find(_ context: Context) throws -> Script {
        guard let script = try Script.find(context.db, name: context.segment("name")) else {
            throw Refusal.notFound("Script")
        }
        return script
    }

    private static func save(_ context: Context, old: Script?) throws -> Script {
        guard let file = context.body.file("content") else {
            throw Refusal.notProvided("content")
        }
        var data: [String: JSONValue] = [:]
        for name in context.form.names + ["name"] { data[name] = context.form[name].map(JSONValue.string) }
        data["script"] = .string(String(decoding: file.contents, as: UTF8.self))
        data["script_type"] = .integer(Script.Kind.commissioning.rawValue)
        var form = try ScriptForm(context.state, old: old, data: data)
        return try form.save()
    }

    private static func create(_ context: Context) throws -> Reply {
        let script = try save(context, old: nil)
        let text = try ScriptVersion.find(context.db, id: script.versionID)?.data ?? ""
        return Reply.json { json in
            json.object { json in
                json.field("name", script.name)
                json.field("content", ScriptWriter.base64(text))
                json.field(
                    "deprecated",
                    "The commissioning-scripts endpoint is deprecated. Please use the node-scripts endpoint.")
                json.field("resource_uri", "\(Dispatch.root)commissioning-scripts/\(script.name)")
            }
        }
    }

    private static func read(_ context: Context) throws -> Reply {
        let version = try ScriptVersion.find(context.db, id: try find(context).versionID)
        return .text(version?.data ?? "", contentType: ScriptsHandler.binary)
    }

    private static func update(_ context: Context) throws -> Reply {
        _ = try save(context, old: try find(context))
        return .ok
    }

    /// Unlike `scripts/`, this also deletes what came with MAAS.
    private static func delete(_ context: Context) throws -> Reply {
        try find(context).delete(context.db)
        return .deleted
    }
}
