import MAASRegion

/// `package-repositories/`: archives of packages (MAAS: `api/packagerepositories.py`).
enum PackageRepositoriesHandler {
    package static let resources = [
        Resource(
            "package-repositories/", handler: "PackageRepositoriesHandler", tier: .c, "Manage package repositories.",
            [
                .read("List package repositories", list),
                .create("Add a repository", parameters: parameters, access: .admin, create),
            ]),
        Resource(
            "package-repositories/{id}/", handler: "PackageRepositoryHandler", tier: .c,
            "Manage a package repository.",
            [
                .read("Read a package repository", read),
                .update("Change a repository", parameters: parameters, access: .admin, update),
                .delete("Delete a repository", access: .admin, delete),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "name": "Name, unique", "url": "URL or ppa:owner/name", "distributions": "Distributions, list",
        "disabled_pockets": "updates, security, backports", "components": "Components of a custom repository, list",
        "disabled_components": "restricted, universe, multiverse; of the default archives only",
        "arches": "Architectures, list", "key": "Public key that signs it", "disable_sources": "No deb-src lines",
        "enabled": "Whether it is used",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let all = try PackageRepository.all(context.db)
        return Reply.json { json in json.array(of: all) { $1.write(into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let repository = try find(context)
        return Reply.json { repository.write(into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        try save(context, nil)
    }

    private static func update(_ context: Context) throws -> Reply {
        try save(context, try find(context))
    }

    private static func delete(_ context: Context) throws -> Reply {
        let repository = try find(context)
        if try repository.isNeeded(context.db) {
            throw Refusal.invalid("Cannot delete default Ubuntu archives.")
        }
        try repository.delete(context.db)
        return .deleted
    }

    private static func save(_ context: Context, _ old: PackageRepository?) throws -> Reply {
        let db = context.db
        var form = PackageRepositoryForm(context.form, old)
        let values = try form.values(db)
        try old?.update(db, values)
        let id = try old?.id ?? PackageRepository.insert(db, values)
        let saved = try PackageRepository.get(db, id: id)
        return Reply.json { saved.write(into: &$0) }
    }

    private static func find(_ context: Context) throws -> PackageRepository {
        let db = context.db
        let found = try Specifier.find(
            context.segment("id").strippedOfBlanks, id: { try PackageRepository.find(db, id: $0) },
            name: { try PackageRepository.find(db, name: $0) })
        guard let found else { throw Refusal.notFound("PackageRepository") }
        return found
    }
}
