import MAASRegion

/// `account/prefs/sshkeys/`: public keys that deployed machines accept (MAAS: `api/ssh_keys.py`).
enum SSHKeysHandler {
    package static let resources = [
        Resource(
            "account/prefs/sshkeys/", handler: "SSHKeysHandler", tier: .b, "Manage the caller's SSH keys.",
            [
                .read("List the caller's SSH keys", list),
                .create(
                    "Add an SSH key",
                    parameters: ["key": "Public key: type, data, comment", "user": "Whose it is; administrators only"],
                    create),
                .post(
                    "import", "Import SSH keys from Launchpad or GitHub",
                    parameters: ["keysource": "`lp:NAME`, `gh:NAME`, or a Launchpad name"], importKeys),
            ]),
        Resource(
            "account/prefs/sshkeys/{id}/", handler: "SSHKeyHandler", tier: .b, "Manage an SSH key.",
            [.read("Read an SSH key", read), .delete("Delete an SSH key", delete)]),
    ]

    private static func list(_ context: Context) throws -> Reply {
        let keys = try SSHKey.all(context.db, ofUser: context.caller().id)
        return Reply.json { json in json.array(of: keys) { $1.write(into: &$0) } }
    }

    private static func create(_ context: Context) throws -> Reply {
        var owner = try context.caller()
        if let name = context.form["user"] {
            guard context.isAdmin else {
                throw Refusal.invalid("Only administrators can specify a user when creating an SSH key.")
            }
            guard let other = try User.find(context.db, username: name) else {
                throw Refusal.invalid("Supplied username does not match any current users.")
            }
            owner = other
        }
        let key = try add(context, to: owner)
        // MAAS answers a new key without its source and URI.
        return Reply.created { json in
            json.object { json in
                json.field("id", key.id)
                json.field("key", key.key)
            }
        }
    }

    /// Adds the key of the form to a user.
    package static func add(_ context: Context, to user: User) throws -> SSHKey {
        var form = Form(context.form)
        let text = form.text("key", required: true)
        if let key = text.value {
            if !SSHKey.isValid(key) {
                form.add("key", "Invalid SSH public key: Invalid value.")
            } else if try SSHKey.all(context.db, ofUser: user.id).contains(where: { $0.key == key }) {
                form.addToAll("This key has already been added for this user.")
            }
        }
        try form.check()
        let id = try SSHKey.insert(context.db, key: text.or(""), ofUser: user.id)
        let key = try SSHKey.get(context.db, id: id)
        return key
    }

    /// Nothing is fetched from the Internet: what a region of 3.7 or later answers that cannot reach it. What older ones
    /// answer names objects of their HTTP library.
    private static func importKeys(_ context: Context) throws -> Reply {
        guard let source = context.form["keysource"] else {
            throw Refusal.invalid(
                "Importing SSH keys failed. Input needs to be in protocol:auth_id or auth_id format.")
        }
        guard context.version.has(.sshKeyImportFetches) else { throw APIError.notEmulated("SSHKeysHandler.import") }
        let service = source.contains(":") ? String(source.prefix { $0 != ":" }) : "lp"
        guard let host = ["lp": "launchpad.net", "gh": "api.github.com"][service] else {
            throw Refusal.unexpected("Unknwon protocol \(service). Valid protocols are 'LP' and 'GH'.")
        }
        throw Refusal.unexpected("Cannot connect to host \(host):443 ssl:default [Name or service not known]")
    }

    private static func read(_ context: Context) throws -> Reply {
        let key = try find(context)
        return Reply.json { key.write(into: &$0) }
    }

    private static func delete(_ context: Context) throws -> Reply {
        let key = try find(context)
        guard try key.userID == context.caller().id else {
            throw Refusal.forbidden("Can't delete a key you don't own.")
        }
        try key.delete(context.db)
        return .deleted
    }

    private static func find(_ context: Context) throws -> SSHKey {
        try context.entity()
    }
}
