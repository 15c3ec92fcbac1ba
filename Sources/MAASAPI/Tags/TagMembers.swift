import Formats
import MAASRegion

/// The operations of a tag that concern the nodes that carry it.
enum TagMembers {
    package static func all(_ context: Context) throws -> Reply {
        try list(context, [.machine, .device, .rackController, .regionController, .regionAndRackController])
    }

    package static func machines(_ context: Context) throws -> Reply { try list(context, [.machine]) }

    package static func devices(_ context: Context) throws -> Reply { try list(context, [.device]) }

    static func rackControllers(_ context: Context) throws -> Reply {
        try list(context, [.rackController, .regionAndRackController])
    }

    static func regionControllers(_ context: Context) throws -> Reply {
        try list(context, [.regionController, .regionAndRackController])
    }

    private static func list(_ context: Context, _ kinds: [Node.Kind]) throws -> Reply {
        let tag = try TagsHandler.find(context)
        let caller = try context.caller()
        let nodes = try tag.nodes(context.db).filter { kinds.contains($0.kind) && $0.isListed(for: caller) }
        let writer = try NodeWriter(context.state, nodes)
        return try Reply.json { json in try json.array(of: nodes) { try writer.write($1, into: &$0) } }
    }

    /// Counts every known node that was named, also one that carries the tag already.
    package static func update(_ context: Context) throws -> Reply {
        if context.version.has(.rackControllersTag), !context.isAdmin { try refuse(context) }
        try context.requireAdmin()
        let tag = try TagsHandler.find(context)
        if let definition = context.form["definition"], definition != tag.definition {
            throw Refusal.conflict(
                "Definition supplied '\(definition)' doesn't match current definition '\(tag.definition)'")
        }
        let added = try nodes(context, "add")
        for node in added { try Tag.attach(context.db, tag: tag.id, node: node) }
        let removed = try nodes(context, "remove")
        for node in removed { try Tag.detach(context.db, tag: tag.id, node: node) }
        return Reply.json { json in
            json.object { json in
                json.field("added", added.count)
                json.field("removed", removed.count)
            }
        }
    }

    /// Up to 3.4 a rack controller could tag too, with its own key; here none does, and others are told so.
    private static func refuse(_ context: Context) throws {
        _ = try TagsHandler.find(context)
        guard let id = context.form["rack_controller"] else {
            throw Refusal.forbidden("Must be a superuser or supply a rack_controller")
        }
        let rack = try Node.find(context.db, systemID: id)
        guard let rack, rack.kind.isRack else {
            throw Refusal.unexpected("'NoneType' object has no attribute 'owner'")
        }
        throw Refusal.forbidden("Only allowed for the \(pythonQuoted(rack.hostname)) rack controller.")
    }

    /// The ids of the known nodes that a parameter names, each once.
    private static func nodes(_ context: Context, _ parameter: String) throws -> [Int] {
        try Set(context.form.all(parameter)).sorted().compactMap { try Node.find(context.db, systemID: $0)?.id }
    }
}
