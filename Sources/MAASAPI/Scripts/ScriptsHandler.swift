import Formats
import MAASRegion

/// `scripts/` and `scripts/{name}` (MAAS: `api/scripts.py`). A script is named by its name or its id.
enum ScriptsHandler {
    package static let resources = [
        Resource(
            "scripts/", handler: "NodeScriptsHandler", tier: .c, "Scripts of commissioning, testing and releasing.",
            [
                .read(
                    "List scripts",
                    parameters: [
                        "type": "commissioning, testing or release", "hardware_type": "what they are about",
                        "include_script": "with their texts, base64", "filters": "names and tags, parted by commas",
                    ], list),
                .create("Add a script", parameters: parameters, access: .admin, create),
            ]),
        Resource(
            "scripts/{name}", handler: "NodeScriptHandler", tier: .c, "A script.",
            [
                .read("Read a script", parameters: ["include_script": "with its texts, base64"], read),
                .update("Change a script", parameters: parameters, access: .admin, update),
                .delete("Delete a script", access: .admin, delete),
                .get(
                    "download", "Download a script",
                    parameters: ["revision": "the id of a version", "rev": "short for revision"], download),
                .post("add_tag", "Tag a script", parameters: ["tag": "the tag"], access: .admin, addTag),
                .post("remove_tag", "Untag a script", parameters: ["tag": "the tag"], access: .admin, removeTag),
                .post(
                    "revert", "Return to an older version",
                    parameters: ["to": "the id of a version, or how many to go back, negative"], access: .admin,
                    revert),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "name": "the name", "title": "a short line", "description": "a longer one", "tags": "parted by commas",
        "type": "commissioning, testing or release", "hardware_type": "what it is about",
        "parallel": "whether it may run beside others", "timeout": "how long it may take",
        "destructive": "whether it overwrites disks", "script": "the text, as a file",
        "comment": "what is new in this version", "for_hardware": "hardware that it is for",
        "may_reboot": "whether it may restart the machine", "recommission": "whether to commission again after it",
        "apply_configured_networking": "whether to configure the network before it", "packages": "to install, as JSON",
    ]

    /// The content type that MAAS gives to the texts of scripts and to their output.
    static let binary = "application/binary"

    package static func find(_ context: Context) throws -> Script {
        let name = context.segment("name")
        let script =
            try name.isDigits
            ? Int(name).flatMap { try Script.find(context.db, id: $0) } : Script.find(context.db, name: name)
        guard let script else { throw Refusal.notFound("Script") }
        return script
    }

    private static func answer(_ context: Context, _ script: Script, includesText: Bool = false) throws -> Reply {
        try Reply.json { try ScriptWriter(state: context.state, includesText: includesText).write(script, into: &$0) }
    }

    private static func list(_ context: Context) throws -> Reply {
        let query = context.query
        var scripts = try Script.listed(context.db)
        do {
            if let word = query["type"] {
                let kind = try Script.Kind(word, in: context.version)
                scripts.removeAll { $0.kind != kind }
            }
            if let word = query["hardware_type"] {
                let type = try Script.HardwareType(word)
                scripts.removeAll { $0.hardwareType != type }
            }
        } catch {
            throw Refusal.invalid(error.message)
        }
        if let filters = query["filters"] {
            let words = Set(filters.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
            scripts.removeAll { !$0.answers(to: words) }
        }
        let writer = ScriptWriter(state: context.state, includesText: query.isTruthy("include_script"))
        let histories = try ScriptVersion.histories(context.db, of: scripts.map(\.versionID))
        return try Reply.json { json in
            try json.array(of: scripts) { try writer.write($1, histories[$1.versionID] ?? [], into: &$0) }
        }
    }

    private static func read(_ context: Context) throws -> Reply {
        try answer(context, try find(context), includesText: context.query.isTruthy("include_script"))
    }

    /// The form's fields. The text may be a file called `script`, or the only file, which then also gives the name.
    private static func data(_ context: Context) -> [String: JSONValue] {
        var data: [String: JSONValue] = [:]
        for name in context.form.names { data[name] = context.form[name].map(JSONValue.string) }
        let files = context.body.files
        if let file = files.last(where: { $0.name == "script" }) {
            data["script"] = .string(String(decoding: file.contents, as: UTF8.self))
        } else if let file = files.first, files.allSatisfy({ $0.name == file.name }) {
            data["name"] = .string(file.name)
            data["script"] = .string(String(decoding: file.contents, as: UTF8.self))
        }
        return data
    }

    private static func create(_ context: Context) throws -> Reply {
        var form = try ScriptForm(context.state, old: nil, data: data(context))
        return try answer(context, try form.save())
    }

    private static func update(_ context: Context) throws -> Reply {
        var form = try ScriptForm(context.state, old: try find(context), data: data(context))
        return try answer(context, try form.save())
    }

    private static func delete(_ context: Context) throws -> Reply {
        let script = try find(context)
        if script.isDefault { throw Refusal.invalid("Unable to delete default script") }
        try script.delete(context.db)
        return .deleted
    }

    private static func download(_ context: Context) throws -> Reply {
        let script = try find(context)
        let history = try ScriptVersion.history(context.db, of: script.versionID)
        let revision = try context.query.wholeNumber("revision") ?? context.query.wholeNumber("rev")
        guard let revision else { return .text(history.first?.data ?? "", contentType: binary) }
        guard let version = history.first(where: { $0.id == revision.clamped }) else {
            throw Refusal.invalid("\(revision) not found in history")
        }
        return .text(version.data, contentType: binary)
    }

    private static func revert(_ context: Context) throws -> Reply {
        _ = try context.required("to")
        let number = try context.form.wholeNumber("to")
        var script = try find(context)
        if script.isDefault { throw Refusal.invalid("Unable to revert default script") }
        guard let to = number else {
            throw Refusal.unexpected("'<' not supported between instances of 'NoneType' and 'int'")
        }
        try script.revert(context.db, to: to)
        return try answer(context, script)
    }

    private static func addTag(_ context: Context) throws -> Reply {
        let tag = try context.required("tag")
        if tag.contains(",") { throw Refusal.invalid("Tag may not contain a \",\".") }
        var script = try find(context)
        try script.addTag(tag)
        try Refusal.refuseNUL(in: tag)
        try script.save(context.db)
        return try answer(context, script)
    }

    private static func removeTag(_ context: Context) throws -> Reply {
        let tag = try context.required("tag")
        var script = try find(context)
        script.removeTag(tag)
        // MAAS writes the tag into its audit log.
        try Refusal.refuseNUL(in: tag)
        try script.save(context.db)
        return try answer(context, script)
    }
}
