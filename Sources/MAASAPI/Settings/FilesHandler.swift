import MAASRegion

/// `files/`: files that a user keeps in MAAS; one who knows a file's key needs no login to read it.
enum FilesHandler {
    package static let resources = [
        Resource(
            "files/", handler: "FilesHandler", tier: .c, "Manage the caller's files.",
            anonymous: [.get("get_by_key", "Read a file by its key", parameters: ["key": "Key"], getByKey)],
            [
                .read("List files", parameters: ["prefix": "Beginning of the names"], list),
                .create("Add a file", parameters: ["filename": "Name", "file": "Contents"], create),
                .delete("Delete a file", parameters: ["filename": "Name"], deleteNamed),
                .get("get", "Read a file by name", parameters: ["filename": "Name"], get),
                .get("get_by_key", "Read a file by its key", parameters: ["key": "Key"], getByKey),
            ]),
        Resource(
            "files/{filename}/", handler: "FileHandler", tier: .c, "Manage a file.",
            [.read("Read a file", read), .delete("Delete a file", delete)]),
    ]

    private static func list(_ context: Context) throws -> Reply {
        let prefix = context.query["prefix"] ?? ""
        try Refusal.refuseNUL(in: prefix)
        let files = try FileStorage.all(context.db, ofUser: context.caller().id).filter {
            $0.filename.hasPrefix(prefix)
        }
        return Reply.json { json in json.array(of: files) { $1.write(into: &$0, withContent: false) } }
    }

    private static func create(_ context: Context) throws -> Reply {
        guard let name = context.form["filename"], !name.isEmpty else {
            throw Refusal.invalid("Filename not supplied")
        }
        let files = context.body.files
        guard !files.isEmpty else { throw Refusal.invalid("File not supplied") }
        guard files.count == 1 else { throw Refusal.invalid("Exactly one file must be supplied") }
        guard let file = context.body.file("file") else { throw Refusal.unexpected("'file'") }
        try FileStorage.save(
            context.state, filename: name, content: file.contents, ofUser: context.caller().id)
        return Reply(status: 201, contentType: "text/html; charset=utf-8")
    }

    private static func get(_ context: Context) throws -> Reply {
        guard let name = context.query["filename"] else { throw Refusal.notProvided("filename") }
        guard let file = try find(context, name) else { throw APIError(404, "File not found") }
        return Reply(contentType: "text/html; charset=utf-8", body: file.content)
    }

    private static func getByKey(_ context: Context) throws -> Reply {
        guard let key = context.query["key"] else { throw Refusal.notProvided("key") }
        guard let file = try FileStorage.find(context.db, key: key) else {
            throw Refusal.notFound("FileStorage")
        }
        return Reply(contentType: "text/html; charset=utf-8", body: file.content)
    }

    private static func read(_ context: Context) throws -> Reply {
        guard let file = try find(context, context.segment("filename")) else {
            // The header lets clients tell a missing file from a missing endpoint.
            var error = APIError(404, "Not Found", contentType: "text/html; charset=utf-8", isFromRESTLayer: true)
            error.headers = [("Workaround", "bug1123986")]
            throw error
        }
        return Reply.json { file.write(into: &$0, withContent: true) }
    }

    private static func delete(_ context: Context) throws -> Reply {
        try remove(context, context.segment("filename"))
    }

    private static func deleteNamed(_ context: Context) throws -> Reply {
        guard let name = context.query["filename"] else { throw Refusal.notProvided("filename") }
        return try remove(context, name)
    }

    private static func remove(_ context: Context, _ name: String) throws -> Reply {
        guard let file = try find(context, name) else { throw Refusal.notFound("FileStorage") }
        try file.delete(context.db)
        return .deleted
    }

    private static func find(_ context: Context, _ name: String) throws -> FileStorage? {
        try FileStorage.find(context.db, filename: name, ofUser: context.caller().id)
    }
}
