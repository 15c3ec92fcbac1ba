import Formats
import Foundation
import MAASRegion
import SQLite

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

    private struct File {
        let id: Int
        let filename: String
        let key: String
        let content: [UInt8]

        init(_ row: Row) throws {
            id = try row["id"]
            filename = try row["filename"]
            key = try row["key"]
            content = try row["content"]
        }

        func write(into json: inout JSONWriter, withContent: Bool) {
            json.object { json in
                json.field("filename", filename)
                json.field("anon_resource_uri", "\(Dispatch.root)files/?op=get_by_key&key=\(key)")
                if withContent { json.field("content", Data(content).base64EncodedString()) }
                json.field("resource_uri", "\(Dispatch.root)files/\(OAuthSignature.escape(filename))/")
            }
        }
    }

    private static func list(_ context: Context) throws -> Reply {
        let prefix = context.query["prefix"] ?? ""
        let files = try context.db.query(
            "SELECT * FROM files WHERE owner_id = ? ORDER BY filename", context.caller().id, row: File.init
        ).filter { $0.filename.hasPrefix(prefix) }
        return Reply.json { json in json.array(of: files) { $1.write(into: &$0, withContent: false) } }
    }

    /// Another file of the same name takes the place of the old one, under a key of its own.
    private static func create(_ context: Context) throws -> Reply {
        guard let name = context.form["filename"], !name.isEmpty else {
            throw Refusal.invalid("Filename not supplied")
        }
        let files = context.body.files
        guard let file = files.first else { throw Refusal.invalid("File not supplied") }
        guard files.count == 1 else { throw Refusal.invalid("Exactly one file must be supplied") }
        guard file.name == "file" else { throw Refusal.unexpected("'file'") }
        let owner = try context.caller().id
        try context.db.execute("DELETE FROM files WHERE owner_id = ? AND filename = ?", owner, name)
        try context.db.insert(
            into: "files",
            ["owner_id": owner, "filename": name, "key": try context.state.random.uuid(), "content": file.contents])
        return Reply(status: 201, contentType: "text/html; charset=utf-8")
    }

    private static func get(_ context: Context) throws -> Reply {
        guard let name = context.query["filename"] else { throw Refusal.notProvided("filename") }
        guard let file = try find(context, name) else { throw APIError(404, "File not found") }
        return Reply(contentType: "text/html; charset=utf-8", body: file.content)
    }

    private static func getByKey(_ context: Context) throws -> Reply {
        guard let key = context.query["key"] else { throw Refusal.notProvided("key") }
        guard let file = try context.db.first("SELECT * FROM files WHERE key = ?", key, row: File.init) else {
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
        try context.db.execute("DELETE FROM files WHERE id = ?", file.id)
        return .deleted
    }

    private static func find(_ context: Context, _ name: String) throws -> File? {
        try context.db.first(
            "SELECT * FROM files WHERE owner_id = ? AND filename = ? ORDER BY id DESC LIMIT 1", context.caller().id,
            name, row: File.init)
    }
}
