import MAASRegion

/// `boot-resources/`: images. Nothing is downloaded: an import brings in what is selected after a while.
enum BootResourcesHandler {
    package static let resources = [
        Resource(
            "boot-resources/", handler: "BootResourcesHandler", tier: .b, guarded: .images, "Manage images.",
            [
                .read("List images", parameters: ["type": "all, synced or uploaded"], list),
                .create(
                    "Upload an image",
                    parameters: [
                        "name": "Name", "architecture": "Such as amd64/generic", "title": "A line about it",
                        "filetype": "tgz and others", "content": "The file itself", "sha256": "Of a file to come",
                        "size": "Of a file to come, bytes", "base_image": "The system it is built on",
                        "keep_old": "Whether the files of earlier uploads stay",
                    ], access: .admin, create),
                .get("is_importing", "Whether images are being downloaded", isImporting),
                .post("import", "Download images", access: .admin, startImport),
                .post("stop_import", "Stop downloading images", access: .admin, stopImport),
            ]),
        Resource(
            "boot-resources/{id}/", handler: "BootResourceHandler", tier: .b, guarded: .images, "Manage an image.",
            [.read("Read an image with its files", read), .delete("Delete an image", access: .admin, delete)]),
    ]

    private static func list(_ context: Context) throws -> Reply {
        let type = context.query["type"] ?? "all"
        let kinds: [String: BootResource.Kind] = ["synced": .synced, "uploaded": .uploaded]
        guard type == "all" || kinds[type] != nil else {
            throw Refusal.invalid(
                "'\(type)' is not a valid boot resource type. Available types: ['synced', 'uploaded']")
        }
        let resources = try BootResource.all(context.db, type: kinds[type])
        return try Reply.json { json in
            try json.array(of: resources) { try $1.write(context.state, into: &$0, withSets: false) }
        }
    }

    private static func create(_ context: Context) throws -> Reply {
        let created = try BootResourceForm.read(context).save(context.state)
        return try Reply.created { try created.write(context.state, into: &$0, withSets: true) }
    }

    private static func read(_ context: Context) throws -> Reply {
        let resource = try find(context)
        return try Reply.json { try resource.write(context.state, into: &$0, withSets: true) }
    }

    private static func delete(_ context: Context) throws -> Reply {
        guard let resource = try BootResource.find(context.db, id: context.id()) else {
            throw Refusal.unexpected("BootResource matching query does not exist.")
        }
        try resource.delete(context.db)
        return .deleted
    }

    private static func isImporting(_ context: Context) throws -> Reply {
        .value(try ImageImport(context.state).isRunning)
    }

    private static func startImport(_ context: Context) throws -> Reply {
        try ImageImport(context.state).start()
        return .text("Import of boot resources started", contentType: APIError.plainUTF8)
    }

    private static func stopImport(_ context: Context) throws -> Reply {
        try ImageImport(context.state).stop()
        return .text("Import of boot resources is being stopped", contentType: APIError.plainUTF8)
    }

    package static func find(_ context: Context) throws -> BootResource {
        guard let resource = try BootResource.find(context.db, id: context.id()) else {
            throw Refusal.notFound("BootResource")
        }
        return resource
    }
}
