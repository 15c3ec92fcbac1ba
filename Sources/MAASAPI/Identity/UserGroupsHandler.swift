import Formats
import MAASRegion

/// `groups/`: groups of users, which came with 3.8 (MAAS: `api/usergroups.py`).
enum UserGroupsHandler {
    private static let versions: ClosedRange<MAASVersion> = .of(.userGroups)
    private static let fields: KeyValuePairs = ["name": "Name, unique", "description": "A line about it"]
    private static let member: KeyValuePairs = ["username": "Who"]
    private static let entitlement: KeyValuePairs = [
        "resource_type": "maas or pool", "resource_id": "Id of the pool, 0 for maas",
        "entitlement": "Such as can_view_machines",
    ]

    package static let resources = [
        Resource(
            "groups/", handler: "UserGroupsHandler", tier: .c, guarded: .identities, "Manage groups of users.",
            [
                .read("List groups", access: .admin, versions: versions, list),
                .create("Add a group", parameters: fields, access: .admin, versions: versions, create),
            ]),
        Resource(
            "groups/{id}/", handler: "UserGroupHandler", tier: .c, guarded: .identities, "Manage a group of users.",
            [
                .read("Read a group", access: .admin, versions: versions, read),
                .update("Change a group", parameters: fields, access: .admin, versions: versions, update),
                .delete("Delete a group", access: .admin, versions: versions, delete),
                .get("list_members", "List members", access: .admin, versions: versions, listMembers),
                .post("add_member", "Add a member", parameters: member, access: .admin, versions: versions, addMember),
                .post(
                    "remove_member", "Remove a member", parameters: member, access: .admin, versions: versions,
                    removeMember),
                .get(
                    "list_entitlements", "List what members may do", access: .admin, versions: versions,
                    listEntitlements),
                .post(
                    "add_entitlement", "Let members do something", parameters: entitlement, access: .admin,
                    versions: versions, addEntitlement),
                .post(
                    "remove_entitlement", "Take an entitlement away", parameters: entitlement, access: .admin,
                    versions: versions, removeEntitlement),
            ]),
    ]

    private static func notFound(_ text: String) -> APIError { APIError(404, text) }

    private static func id(_ context: Context) throws -> Int {
        let text = context.segment("id")
        guard let id = Int(text) else {
            throw Refusal.unexpected("invalid literal for int() with base 10: \(pythonQuoted(text))")
        }
        return id
    }

    private static func find(_ context: Context) throws -> UserGroup {
        guard let group = try UserGroup.find(context.db, id: id(context)) else {
            throw notFound("UserGroup with id \(context.segment("id")) not found.")
        }
        return group
    }

    private static func reply(_ id: Int, _ context: Context) throws -> Reply {
        guard let group = try UserGroup.find(context.db, id: id) else {
            throw notFound("UserGroup with id \(id) not found.")
        }
        return Reply.json { group.write(into: &$0) }
    }

    private static func list(_ context: Context) throws -> Reply {
        let groups = try UserGroup.all(context.db)
        return Reply.json { json in json.array(of: groups) { $1.write(into: &$0) } }
    }

    private static func read(_ context: Context) throws -> Reply {
        let group = try find(context)
        return Reply.json { group.write(into: &$0) }
    }

    private static func create(_ context: Context) throws -> Reply {
        guard let name = context.form["name"], !name.isEmpty else { throw Refusal.invalid("Name is required.") }
        let id = try UserGroup.insert(
            context.db, name: name, description: context.form["description"] ?? "")
        return try reply(id, context)
    }

    private static func update(_ context: Context) throws -> Reply {
        let group = try find(context)
        try group.update(
            context.db, name: context.form["name"] ?? group.name,
            description: context.form["description"] ?? group.description)
        return try reply(group.id, context)
    }

    private static func delete(_ context: Context) throws -> Reply {
        try find(context).delete(context.db)
        return .deleted
    }
}

/// Who is in a group.
extension UserGroupsHandler {
    private static func listMembers(_ context: Context) throws -> Reply {
        let members = try find(context).members(context.db)
        return Reply.json { json in
            json.array(of: members) { json, member in
                json.object { json in
                    json.field("username", member.username)
                    json.field("email", member.email)
                }
            }
        }
    }

    private static func username(_ context: Context) throws -> String {
        guard let name = context.form["username"], !name.isEmpty else {
            throw Refusal.invalid("username is required.")
        }
        return name
    }

    private static func user(_ name: String, _ context: Context) throws -> User {
        guard let user = try User.find(context.db, username: name) else { throw notFound("User '\(name)' not found.") }
        return user
    }

    private static func addMember(_ context: Context) throws -> Reply {
        let user = try user(username(context), context)
        let group = try find(context)
        try group.add(context.db, member: user)
        return .ok
    }

    private static func removeMember(_ context: Context) throws -> Reply {
        let name = try username(context)
        let group = try find(context)
        try group.remove(context.db, member: user(name, context))
        return .deleted
    }
}

/// What the members of a group may do.
extension UserGroupsHandler {
    private static func listEntitlements(_ context: Context) throws -> Reply {
        let entitlements = try find(context).entitlements(context.db)
        return Reply.json { json in
            json.array(of: entitlements) { json, entitlement in
                json.object { json in
                    json.field("resource_type", entitlement.resourceType)
                    json.field("resource_id", entitlement.resourceID)
                    json.field("entitlement", entitlement.name)
                }
            }
        }
    }

    private static func entitlement(_ context: Context) throws -> UserGroup.Entitlement {
        let form = context.form
        guard let type = form["resource_type"], !type.isEmpty else {
            throw Refusal.invalid("resource_type is required.")
        }
        guard let text = form["resource_id"] else { throw Refusal.invalid("resource_id is required.") }
        guard let id = Int(text.strippedOfBlanks) else { throw Refusal.invalid("resource_id must be an integer.") }
        guard let name = form["entitlement"], !name.isEmpty else {
            throw Refusal.invalid("entitlement is required.")
        }
        guard let known = UserGroup.Entitlement.known[type] else {
            throw Refusal.invalid(
                "Resource type \(type) is not defined. Valid resource types are: "
                    + "[<OpenFGAEntitlementResourceType.MAAS: 'maas'>, <OpenFGAEntitlementResourceType.POOL: 'pool'>]")
        }
        guard known.contains(name) else {
            let list = known.map { "'\($0)'" }.joined(separator: ", ")
            throw Refusal.invalid(
                "Entitlement \(name) is not defined the requested resource type. Valid entitlements are: [\(list)]")
        }
        return UserGroup.Entitlement(resourceType: type, resourceID: id, name: name)
    }

    private static func addEntitlement(_ context: Context) throws -> Reply {
        let group = try find(context)
        let entitlement = try entitlement(context)
        let id = entitlement.resourceID
        if entitlement.resourceType == "pool", try ResourcePool.find(context.db, id: id) == nil {
            throw notFound("ResourcePool with id \(id) not found.")
        }
        if entitlement.resourceType == "maas", id != 0 {
            throw Refusal.invalid("resource_id must be 0 for 'maas' type.")
        }
        try group.add(context.db, entitlement)
        return .ok
    }

    private static func removeEntitlement(_ context: Context) throws -> Reply {
        let group = try find(context)
        let entitlement = try entitlement(context)
        try group.remove(context.db, entitlement)
        return .deleted
    }
}
