/// `tags/`: tags, keyed by name.
enum TagsHandler {
    static let resources = [
        Resource("tags/", handler: "TagsHandler", tier: .a, "Manage tags.", [.read("List tags", list)]),
        Resource(
            "tags/{name}/", handler: "TagHandler", tier: .a, "Manage a tag.", [.read("Read a tag", read)]),
    ]

    @Sendable private static func list(_ context: Context) throws -> Reply {
        let tags = try Tag.all(context.db)
        return Reply.json { json in json.array(of: tags) { $1.write(into: &$0) } }
    }

    @Sendable private static func read(_ context: Context) throws -> Reply {
        guard let tag = try Tag.find(context.db, name: context.segment("name")) else { throw APIError.notFound("Tag") }
        return Reply.json { tag.write(into: &$0) }
    }
}
