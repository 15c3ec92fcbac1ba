import MAASRegion

/// `account/prefs/sslkeys/`: certificates of the caller (MAAS: `api/ssl_keys.py`).
enum SSLKeysHandler {
    package static let resources = [
        Resource(
            "account/prefs/sslkeys/", handler: "SSLKeysHandler", tier: .c, "Manage the caller's SSL keys.",
            [
                .read("List the caller's SSL keys", list),
                .create("Add an SSL key", parameters: ["key": "Certificate as PEM"], create),
            ]),
        Resource(
            "account/prefs/sslkeys/{id}/", handler: "SSLKeyHandler", tier: .c, "Manage an SSL key.",
            [.read("Read an SSL key", read), .delete("Delete an SSL key", delete)]),
    ]

    private static func list(_ context: Context) throws -> Reply {
        let keys = try SSLKey.all(context.db, ofUser: context.caller().id)
        return Reply.json { json in json.array(of: keys) { $1.write(into: &$0) } }
    }

    private static func create(_ context: Context) throws -> Reply {
        let owner = try context.caller()
        // The text is kept as it was sent, with the blanks at its ends.
        let key = context.form["key"] ?? ""
        var errors = FieldErrors()
        if key.isEmpty {
            errors.add("key", Form.required)
        } else if !SSLKey.isValid(key) {
            errors.add("key", "Invalid SSL key.")
        } else if try SSLKey.all(context.db, ofUser: owner.id).contains(where: { $0.key == key }) {
            errors.add("key", "This key has already been added for this user.")
        }
        try errors.check()
        let id = try SSLKey.insert(context.db, key: key, ofUser: owner.id)
        // MAAS answers a new key without its URI.
        return Reply.created { json in
            json.object { json in
                json.field("id", id)
                json.field("key", key)
            }
        }
    }

    private static func read(_ context: Context) throws -> Reply {
        let key = try find(context)
        guard try key.userID == context.caller().id else {
            throw APIError(403, "Can't get a key you don't own.", contentType: APIError.html, isFromRESTLayer: true)
        }
        return Reply.json { key.write(into: &$0) }
    }

    private static func delete(_ context: Context) throws -> Reply {
        let key = try find(context)
        guard try key.userID == context.caller().id else {
            throw APIError(403, "Can't delete a key you don't own.", isFromRESTLayer: true)
        }
        try key.delete(context.db)
        return .deleted
    }

    private static func find(_ context: Context) throws -> SSLKey {
        try context.entity()
    }
}
