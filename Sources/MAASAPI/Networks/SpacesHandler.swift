import Formats
import MAASRegion

/// `spaces/`: spaces with their VLANs and subnets (MAAS: `api/spaces.py`).
enum SpacesHandler {
    package static let resources = [
        Resource(
            "spaces/", handler: "SpacesHandler", tier: .a, "Manage spaces.",
            [
                .read("List spaces", list),
                .create("Create a space", parameters: parameters, access: .admin, create),
            ]),
        Resource(
            "spaces/{id}/", handler: "SpaceHandler", tier: .a, "Manage a space.",
            [
                .read("Read a space", read),
                .update("Update a space", parameters: parameters, update),
                .delete("Delete a space; its VLANs have none then", delete),
            ]),
    ]

    private static let parameters: KeyValuePairs<String, String> = [
        "name": "letters, digits, hyphens and underscores", "description": "a line about it",
    ]

    private static func undefinedIsUsed(_ context: Context) throws -> Bool {
        try !VLAN.all(context.db, ofSpace: nil).isEmpty
    }

    private static func list(_ context: Context) throws -> Reply {
        var spaces = try Space.all(context.db)
        let vlans = Dictionary(grouping: try VLAN.all(context.db)) { $0.spaceID ?? Space.undefined.id }
        if vlans[Space.undefined.id] != nil { spaces.append(.undefined) }
        let subnets = Dictionary(grouping: try Subnet.all(context.db), by: \.vlanID)
        let networks = try NetworkSet(
            context.db, of: subnets.values.flatMap(\.self), vlans: vlans.values.joined().map(\.id))
        return Reply.json { json in
            json.array(of: spaces) { json, space in
                let own = vlans[space.id] ?? []
                let connected = own.flatMap { subnets[$0.id] ?? [] }.sorted { $0.id < $1.id }
                space.write(own, connected, networks, into: &json)
            }
        }
    }

    private static func read(_ context: Context) throws -> Reply {
        let text = context.segment("id")
        if try text == "-1" || (text == Space.undefinedName && undefinedIsUsed(context)) {
            return try Reply.json { try Space.undefined.write(context.db, into: &$0) }
        }
        let space = try find(context, text)
        return try Reply.json { try space.write(context.db, into: &$0) }
    }

    private static func find(_ context: Context, _ text: String) throws -> Space {
        try Specifiers(db: context.db).one(.space, text, find: Space.find)
    }

    /// The space that the path names, for an administrator to `verb`.
    private static func findForChange(_ context: Context, _ verb: String) throws -> Space {
        let text = context.segment("id")
        if text == "-1" || text == Space.undefinedName {
            throw Refusal.invalid("Space cannot be \(verb): \(Space.undefinedName)")
        }
        let space = try find(context, text)
        try context.requireAdmin()
        return space
    }

    private static func fields(
        _ context: Context, _ old: Space?
    ) throws -> (name: FormField<String>, description: FormField<String>) {
        var form = Form(context.form)
        let name = form.networkName("space", id: old?.id)
        if name.value == Space.undefinedName { form.add("name", "Reserved space name.") }
        let holder = try name.value.flatMap { try Space.find(context.db, name: $0)?.id }
        form.refuseDuplicate("name", of: "Space", heldBy: holder, besides: old?.id)
        let description = form.text("description")
        try form.check()
        return (name, description)
    }

    private static func create(_ context: Context) throws -> Reply {
        let (name, description) = try fields(context, nil)
        let db = context.db
        let id = try Space.create(db, name: name.value, description: description.or(""))
        let space = try find(context, String(id))
        return try Reply.json { try space.write(db, into: &$0) }
    }

    private static func update(_ context: Context) throws -> Reply {
        let old = try findForChange(context, "modified")
        let (name, description) = try fields(context, old)
        try old.update(
            context.db, name: name.or(old.name), description: description.orKeep(old.description) ?? "")
        let space = try find(context, String(old.id))
        return try Reply.json { try space.write(context.db, into: &$0) }
    }

    private static func delete(_ context: Context) throws -> Reply {
        let space = try findForChange(context, "deleted")
        try space.delete(context.db)
        return .deleted
    }
}
