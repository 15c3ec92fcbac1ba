import Formats
import MAASRegion
import SQLite

/// Uploading an image: at once with the create request, or in pieces to the URI that it answers.
enum BootResourceUpload {
    private static let filetypes = [
        "tgz", "tbz", "txz", "ddtgz", "ddtbz", "ddtxz", "ddtar", "ddbz2", "ddgz", "ddxz", "ddraw",
    ]

    package static func create(_ context: Context) throws -> Reply {
        let db = context.db
        var form = Form(context.form)
        let architectures = try BootImages.architectures(db)
        let name = imageName(&form)
        let architecture = form.listedChoice("architecture", of: architectures, required: true).or("")
        let filetype = form.choice("filetype", of: filetypes).or("tgz")
        var content: [UInt8]?
        // From 3.8 on the file always comes in pieces.
        if context.version.has(.uploadsInOnePiece) {
            content = context.body.files.first { $0.name == "content" }?.contents
        }
        var sha256 = content.map(BootResourceFile.sha256) ?? ""
        var size = content?.count ?? 0
        if content == nil {
            sha256 = form.text("sha256", required: true).or("")
            size = form.integer("size", required: true).or(0)
        } else if size == 0 {
            form.add("content", "The submitted file is empty.")
        }
        let title = form.text("title").value
        let base = form.text("base_image").value
        try form.check()

        let id = try resource(context, name, architecture, title: title, base: base)
        try db.insert(
            into: "boot_resource_files",
            [
                "boot_resource_id": id, "version": try nextVersion(context, resource: id), "label": "uploaded",
                "filename": "root-\(filetype)", "filetype": "root-\(filetype)", "sha256": sha256, "size": size,
                "content": content ?? [], "is_complete": content != nil,
            ])
        guard let created = try BootResource.find(db, id: id) else { throw Refusal.notFound("BootResource") }
        return try Reply.created { try created.write(context.state, into: &$0, withSets: true) }
    }

    private static func imageName(_ form: inout Form) -> String {
        let known = ["ubuntu", "ubuntu-core", "centos", "rhel", "esxi", "windows", "ol", "suse", "custom"]
        let name = form.text("name", required: true, maxLength: 255).or("")
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2, parts[0] == "custom" { return parts[1] }
        if parts.count == 2, !known.contains(parts[0]) {
            let list = known.map { "'\($0)'" }.joined(separator: ", ")
            form.add("name", "Unsupport operating system \(parts[0]), supported operating systems: [\(list)]")
        }
        if known.contains(name) { form.add("name", "\(name) is a reserved name") }
        return name
    }

    /// The uploaded resource of this name and architecture, made when there is none.
    private static func resource(
        _ context: Context, _ name: String, _ architecture: String, title: String?, base: String?
    ) throws -> Int {
        let existing = try BootResource.all(context.db, type: "Uploaded").first {
            $0.name == name && $0.architecture == architecture
        }
        if let existing { return existing.id }
        var extra: [String: JSONValue] = ["subarches": .string(String(architecture.drop { $0 != "/" }.dropFirst()))]
        if let title { extra["title"] = .string(title) }
        if !name.contains("/") {
            let release = try Configuration.value("commissioning_distro_series", context.state)?.string ?? ""
            extra["base_image"] = .string(base ?? "ubuntu/\(release)")
        }
        return try context.db.insert(
            into: "boot_resources",
            [
                "type": "Uploaded", "name": name, "architecture": architecture,
                "extra": JSONValue.object(extra).text, "created": try context.state.now,
            ])
    }

    /// The day, and a counter from the second upload of that day on.
    private static func nextVersion(_ context: Context, resource: Int) throws -> String {
        let day = Timestamp.day(try context.state.now)
        let versions = Set(try BootResourceFile.all(context.db, resource: resource).map(\.version))
        if !versions.contains(day) { return day }
        var counter = 1
        while versions.contains("\(day).\(counter)") { counter += 1 }
        return "\(day).\(counter)"
    }

    package static func append(_ context: Context) throws -> Reply {
        let resource = try BootResourcesHandler.find(context)
        let id = try context.id("file_id")
        guard let file = try BootResourceFile.find(context.db, id: id, resource: resource.id) else {
            throw Refusal.notFound("BootResourceFile")
        }
        let piece = context.request.body
        guard !piece.isEmpty else { throw Refusal.invalid("Missing data.") }
        guard resource.type == "Uploaded" else { throw Refusal.forbidden("Cannot upload to a resource of type: 0.") }
        guard !file.isComplete else { throw Refusal.invalid("Cannot upload to a complete file.") }
        let content = file.content + piece
        guard content.count <= file.size else { throw Refusal.invalid("Too much data received.") }
        let isComplete = content.count == file.size
        if isComplete, BootResourceFile.sha256(content) != file.sha256 {
            throw Refusal.invalid("Saved content does not match given SHA256 value.")
        }
        try context.db.update("boot_resource_files", id: id, ["content": content, "is_complete": isComplete])
        return .ok
    }
}
