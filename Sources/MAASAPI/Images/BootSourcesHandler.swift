import MAASRegion

/// `boot-sources/`: where images come from, and which of them.
enum BootSourcesHandler {
    package static let resources = [
        Resource(
            "boot-sources/", handler: "BootSourcesHandler", tier: .b, login: .permitted, guarded: .imageSources,
            "Manage sources of images.",
            [
                .read("List sources", list),
                .create("Add a source", parameters: BootSourceForm.parameters, create)
                    .reading(BootSourceForm.settings, in: .of(.bootSourceSettings)),
            ]),
        Resource(
            "boot-sources/{id}/", handler: "BootSourceHandler", tier: .b, login: .permitted, guarded: .imageSources,
            "Manage a source of images.",
            [
                .read("Read a source", read),
                .update("Change a source", parameters: BootSourceForm.parameters, update)
                    .reading(BootSourceForm.settings, in: .of(.bootSourceSettings)),
                .delete("Delete a source", delete),
            ]),
    ]

    private static func list(_ context: Context) throws -> Reply {
        let sources = try BootSource.all(context.db)
        return Reply.json { json in json.array(of: sources) { $1.write(context.version, into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let source = try find(context)
        return Reply.json { source.write(context.version, into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        let made = try BootSource.save(context.state, try BootSourceForm.read(context, over: nil), over: nil)
        return Reply.created { made.write(context.version, into: &$0) }
    }

    private static func update(_ context: Context) throws -> Reply {
        let old = try find(context)
        let saved = try BootSource.save(context.state, try BootSourceForm.read(context, over: old), over: old)
        return Reply.json { saved.write(context.version, into: &$0) }
    }

    private static func delete(_ context: Context) throws -> Reply {
        try find(context).delete(context.db)
        return .deleted
    }

    /// The source that the path names.
    static func find(_ context: Context, segment: String = "id") throws -> BootSource {
        guard let source = try BootSource.find(context.db, id: context.id(segment)) else {
            throw Refusal.notFound("BootSource")
        }
        return source
    }
}
