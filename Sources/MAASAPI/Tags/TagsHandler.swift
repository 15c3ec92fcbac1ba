import MAASRegion
import XPath

/// `tags/`: tags, keyed by name (MAAS: `api/tags.py`).
enum TagsHandler {
    package static let resources = [
        Resource(
            "tags/", handler: "TagsHandler", tier: .a, "Manage tags.",
            [.read("List tags", list), .create("Create a tag", parameters: parameters, create)]),
        Resource(
            "tags/{name}/", handler: "TagHandler", tier: .a, "Manage a tag.",
            [
                .read("Read a tag", read),
                .update("Change a tag", parameters: parameters, update),
                .delete("Delete a tag, also one in use", delete),
                .get("nodes", "The nodes with the tag", TagMembers.all),
                .get("machines", "The machines with the tag", TagMembers.machines),
                .get("devices", "The devices with the tag", TagMembers.devices),
                .get("rack_controllers", "The rack controllers with the tag", TagMembers.rackControllers),
                .get("region_controllers", "The region controllers with the tag", TagMembers.regionControllers),
                .post("rebuild", "Evaluate the definition anew", rebuild),
                .post(
                    "update_nodes", "Put the tag on nodes, or take it off them",
                    parameters: [
                        "add": "System ids, repeated", "remove": "System ids, repeated",
                        "definition": "Refused unless it is the tag's definition",
                    ], TagMembers.update
                ).reading(
                    ["rack_controller": "The rack controller that evaluated the definition"],
                    in: .of(.rackControllersTag)),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "name": "Name, unique: letters, digits, hyphens and underscores",
        "comment": "A line about it",
        "definition": "XPath expression over the hardware's description",
        "kernel_opts": "Kernel options of machines with the tag",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let tags = try Tag.all(context.db)
        return Reply.json { json in json.array(of: tags) { $1.write(into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let tag = try find(context)
        return Reply.json { tag.write(into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        try context.requireAdmin()
        return try save(context, nil)
    }

    private static func update(_ context: Context) throws -> Reply {
        try context.requireAdmin()
        return try save(context, try find(context))
    }

    private static func delete(_ context: Context) throws -> Reply {
        try context.requireAdmin()
        try find(context).delete(context.db)
        return .deleted
    }

    private static func rebuild(_ context: Context) throws -> Reply {
        try context.requireAdmin()
        let tag = try find(context)
        try tag.populate(context.state)
        return Reply.json { json in json.object { $0.field("rebuilding", tag.name) } }
    }

    private static func save(_ context: Context, _ tag: Tag?) throws -> Reply {
        var form = Form(context.form)
        let name = form.pattern("name", required: tag == nil || form.isSent("name"), maxLength: 256) { text in
            text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || $0 == 0x5F || $0 == 0x2D
            }
        }
        let comment = form.text("comment")
        let definition = form.text("definition")
        let kernelOptions = form.text("kernel_opts")
        if let expression = definition.value {
            guard XPath.isText(expression) else {
                throw Refusal.unexpected(
                    "All strings must be XML compatible: Unicode or ASCII, no NULL bytes or control characters")
            }
            if let fault = XPath.fault(in: expression) {
                form.add("definition", "Invalid xpath expression: \(fault)")
            }
        }
        let holder = try name.value.flatMap { try Tag.find(context.db, name: $0)?.id }
        form.refuseDuplicate("name", of: "Tag", heldBy: holder, besides: tag?.id)
        try form.check()
        let text = name.or(tag?.name ?? "")
        if let tag {
            try tag.update(
                context.db, name: text, comment: comment.orKeep(tag.comment) ?? "",
                definition: definition.orKeep(tag.definition) ?? "",
                kernelOptions: kernelOptions.orKeep(tag.kernelOptions) ?? "")
        } else {
            try Tag.insert(
                context.db, name: text, comment: comment.or(""), definition: definition.or(""),
                kernelOptions: kernelOptions.or(""))
        }
        guard let saved = try Tag.find(context.db, name: text) else { throw Refusal.notFound("Tag") }
        if saved.definition != tag?.definition { try saved.populate(context.state) }
        return Reply.json { saved.write(into: &$0) }
    }

    package static func find(_ context: Context) throws -> Tag {
        guard let tag = try Tag.find(context.db, name: context.segment("name")) else { throw Refusal.notFound("Tag") }
        return tag
    }
}
