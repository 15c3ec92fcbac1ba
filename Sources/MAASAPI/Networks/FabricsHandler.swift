import Addresses
import Formats
import MAASRegion

/// `fabrics/`: fabrics with their VLANs (MAAS: `api/fabrics.py`).
enum FabricsHandler {
    package static let resources = [
        Resource(
            "fabrics/", handler: "FabricsHandler", tier: .a, "Manage fabrics.",
            [
                .read("List fabrics", list),
                .create("Create a fabric", parameters: parameters, access: .admin, create),
            ]),
        Resource(
            "fabrics/{id}/", handler: "FabricHandler", tier: .a, "Manage a fabric.",
            [
                .read("Read a fabric", read),
                .update("Update a fabric", parameters: parameters, update),
                .delete("Delete a fabric", delete),
            ]),
    ]

    private static let parameters: KeyValuePairs<String, String> = [
        "name": "letters, digits, hyphens and underscores", "description": "a line about it",
        "class_type": "kind of network, such as 10g",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let fabrics = try Fabric.all(context.db)
        let vlans = try VLAN.all(context.db)
        let networks = try NetworkSet(context.db, of: [], vlans: vlans.map(\.id))
        let byFabric = Dictionary(grouping: vlans, by: \.fabricID)
        return Reply.json { json in
            json.array(of: fabrics) { $1.write(byFabric[$1.id] ?? [], networks, into: &$0) }
        }
    }

    private static func read(_ context: Context) throws -> Reply {
        try reply(context, find(context, context.segment("id")))
    }

    package static func find(_ context: Context, _ text: String) throws -> Fabric {
        try Specifiers(db: context.db).one(.fabric, text, find: Fabric.find)
    }

    private static func reply(_ context: Context, _ fabric: Fabric) throws -> Reply {
        try Reply.json { try fabric.write(context.db, into: &$0) }
    }

    private struct Fields {
        let name: FormField<String>
        let description: FormField<String>
        let classType: FormField<String>

        init(_ context: Context, _ old: Fabric?) throws {
            var form = Form(context.form)
            name = form.networkName("fabric", id: old?.id)
            description = form.text("description")
            classType = form.objectName("class_type", required: false)
            let holder = try name.value.flatMap { try Fabric.find(context.db, name: $0)?.id }
            form.refuseDuplicate("name", of: "Fabric", heldBy: holder, besides: old?.id)
            try form.check()
        }
    }

    private static func create(_ context: Context) throws -> Reply {
        let fields = try Fields(context, nil)
        let id = try Fabric.insert(
            context.db, name: fields.name.value, description: fields.description.or(""),
            classType: fields.classType.value)
        return try reply(context, find(context, String(id)))
    }

    private static func update(_ context: Context) throws -> Reply {
        let fabric = try find(context, context.segment("id"))
        try context.requireAdmin()
        let fields = try Fields(context, fabric)
        // Empty names and class types leave what there is.
        let name: String? =
            switch fields.name {
            case .absent, .empty: fabric.name == "fabric-\(fabric.id)" ? nil : fabric.name
            case .value(let name): name
            }
        try fabric.update(
            context.db, name: name, description: fields.description.orKeep(fabric.description) ?? "",
            classType: fields.classType.value ?? fabric.classType)
        return try reply(context, find(context, String(fabric.id)))
    }

    private static func delete(_ context: Context) throws -> Reply {
        let fabric = try find(context, context.segment("id"))
        try context.requireAdmin()
        try fabric.remove(context.db)
        return .deleted
    }
}
