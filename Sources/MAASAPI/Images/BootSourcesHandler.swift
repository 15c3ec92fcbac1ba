import Formats
import Foundation
import MAASRegion
import SQLite

/// `boot-sources/`: where images come from, and which of them (`maas/50-inventory.md` section 6).
enum BootSourcesHandler {
    package static let resources = [
        Resource(
            "boot-sources/", handler: "BootSourcesHandler", tier: .b, login: .permitted, guarded: .imageSources,
            "Manage sources of images.",
            [.read("List sources", list), .create("Add a source", parameters: parameters, create)]),
        Resource(
            "boot-sources/{id}/", handler: "BootSourceHandler", tier: .b, login: .permitted, guarded: .imageSources,
            "Manage a source of images.",
            [
                .read("Read a source", read), .update("Change a source", parameters: parameters, update),
                .delete("Delete a source", delete),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "url": "Where the stream is", "name": "Since 3.8: its name, the URL without it",
        "priority": "Since 3.8: which source goes first", "enabled": "Since 3.8: whether images are taken from it",
        "skip_keyring_verification": "Since 3.8: whether signatures are left unchecked",
        "keyring_filename": "Path of the keyring", "keyring_data": "The keyring, a file",
    ]

    package struct Source {
        package let id: Int
        let url: String
        let keyringFilename: String
        /// base64
        let keyringData: String
        package let name: String
        let priority: Int
        package let enabled: Bool
        let skipsVerification: Bool
        package let created: RegionTime
        package let updated: RegionTime

        package init(_ row: Row) throws {
            id = try row["id"]
            url = try row["url"]
            keyringFilename = try row["keyring_filename"]
            keyringData = try row["keyring_data"]
            name = try row["name"]
            priority = try row["priority"]
            enabled = try row["enabled"]
            skipsVerification = try row["skip_keyring_verification"]
            created = try row["created"]
            updated = try row["updated"]
        }

        package func write(_ version: MAASVersion, into json: inout JSONWriter) {
            json.object { json in
                json.field("id", id)
                if version.has(.bootSourceSettings) { json.field("name", name) }
                json.field("url", url)
                if version.has(.bootSourceSettings) {
                    json.field("priority", priority)
                    json.field("enabled", enabled)
                }
                json.field("keyring_filename", keyringFilename)
                json.field("keyring_data", keyringData)
                if version.has(.bootSourceSettings) { json.field("skip_keyring_verification", skipsVerification) }
                json.field("created", Timestamp.iso(created, zoned: version.has(.zonedTimes)))
                json.field("updated", Timestamp.iso(updated, zoned: version.has(.zonedTimes)))
                json.field("resource_uri", "\(Dispatch.root)boot-sources/\(id)/")
            }
        }
    }

    private static func list(_ context: Context) throws -> Reply {
        let sources = try context.db.query("SELECT * FROM boot_sources ORDER BY id", row: Source.init)
        return Reply.json { json in json.array(of: sources) { $1.write(context.version, into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let source = try find(context)
        return Reply.json { source.write(context.version, into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        var reply = try save(context, nil)
        reply.status = 201
        return reply
    }

    private static func update(_ context: Context) throws -> Reply { try save(context, try find(context)) }

    private static func delete(_ context: Context) throws -> Reply {
        try context.db.execute("DELETE FROM boot_sources WHERE id = ?", try find(context).id)
        return .deleted
    }

    private static func save(_ context: Context, _ old: Source?) throws -> Reply {
        let db = context.db
        var form = Form(context.form)
        let url = form.pattern(
            "url", required: old == nil || form.isSent("url"), message: "Enter a valid URL.", URLText.isValid)
        let filename = form.text("keyring_filename").orKeep(old?.keyringFilename) ?? ""
        let file = context.body.files.first { $0.name == "keyring_data" }
        let data = file.map { Data($0.contents).base64EncodedString() } ?? old?.keyringData ?? ""
        let settings = try Settings(&form, context, old, url: url.value?.withoutTrailingSlashes ?? old?.url ?? "")
        if filename.isEmpty, data.isEmpty {
            if !settings.skipsVerification {
                form.addToAll("One of keyring_data or keyring_filename must be specified.")
            }
        } else if !filename.isEmpty, !data.isEmpty {
            form.addToAll("Only one of keyring_filename or keyring_data can be specified.")
        }
        let address = context.version.has(.bootSourceURLsTrimmed) ? url.value?.withoutTrailingSlashes : url.value
        if let text = address {
            let taken: Int? = try db.scalar("SELECT id FROM boot_sources WHERE url = ?", text)
            if let taken, taken != old?.id { form.add("url", "Boot source with this Url already exists.") }
        }
        try form.check()
        let now = try context.state.now
        var id = old?.id ?? 0
        if let old {
            try db.update(
                "boot_sources", id: id,
                [
                    "url": address ?? old.url, "keyring_filename": filename, "keyring_data": data, "updated": now,
                    "name": settings.name, "priority": settings.priority, "enabled": settings.enabled,
                    "skip_keyring_verification": settings.skipsVerification,
                ])
        } else {
            id = try db.insert(
                into: "boot_sources",
                [
                    "url": address ?? "", "keyring_filename": filename, "keyring_data": data, "created": now,
                    "updated": now, "name": settings.name, "priority": settings.priority,
                    "enabled": settings.enabled, "skip_keyring_verification": settings.skipsVerification,
                ])
        }
        guard let saved = try find(db, id) else { throw Refusal.notFound("BootSource") }
        return Reply.json { saved.write(context.version, into: &$0) }
    }

    /// What a source has beside its stream since 3.8.
    private struct Settings {
        var name: String
        var priority: Int
        var enabled: Bool
        var skipsVerification: Bool

        init(_ form: inout Form, _ context: Context, _ old: Source?, url: String) throws {
            guard context.version.has(.bootSourceSettings) else {
                (name, priority, enabled, skipsVerification) = (old?.name ?? url, old?.priority ?? 0, true, false)
                return
            }
            let sent = form.text("name", maxLength: 255).orKeep(old?.name) ?? ""
            name = sent.isEmpty ? url : sent
            let highest: Int = try context.db.scalar("SELECT MAX(priority) FROM boot_sources") ?? 0
            priority = form.integer("priority", min: 0).value ?? old?.priority ?? highest + 1
            enabled = form.nullableFlag("enabled").value ?? old?.enabled ?? true
            skipsVerification =
                form.nullableFlag("skip_keyring_verification").value ?? old?.skipsVerification
                ?? url.hasSuffix(".json")
            let taken: Int? = try context.db.scalar("SELECT id FROM boot_sources WHERE name = ?", name)
            if let taken, taken != old?.id { form.add("name", "Boot source with this Name already exists.") }
        }
    }

    private static func find(_ db: Connection, _ id: Int) throws -> Source? {
        try db.first("SELECT * FROM boot_sources WHERE id = ?", id, row: Source.init)
    }

    package static func find(_ context: Context, segment: String = "id") throws -> Source {
        guard let source = try find(context.db, context.id(segment)) else { throw Refusal.notFound("BootSource") }
        return source
    }
}

extension String {
    fileprivate var withoutTrailingSlashes: String {
        String(reversed().drop { $0 == "/" }.reversed())
    }
}
