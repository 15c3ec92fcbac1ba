import Formats
import MAASRegion

/// `account/`: the API keys of whoever is logged in (MAAS: `api/account.py`).
enum AccountHandler {
    package static let resources = [
        Resource(
            "account/", handler: "AccountHandler", tier: .a, "Manage the current logged-in user.",
            [
                .get("list_authorisation_tokens", "List API keys", list),
                .post(
                    "create_authorisation_token", "Create an API key", parameters: ["name": "What it is called"],
                    create),
                .post(
                    "update_token_name", "Rename an API key",
                    parameters: ["token": "The key, or its middle part", "name": "What it is called from now on"],
                    rename),
                .post(
                    "delete_authorisation_token", "Delete an API key", parameters: ["token_key": "Its middle part"],
                    delete),
            ])
    ]

    private static func list(_ context: Context) throws -> Reply {
        let tokens = try Token.all(context.db, ofUser: context.caller().id)
        return Reply.json { json in
            json.array(of: tokens) { json, token in
                json.object { json in
                    json.field("name", token.name)
                    json.field("token", token.apiKey)
                }
            }
        }
    }

    private static func create(_ context: Context) throws -> Reply {
        let token = try Token.create(context.state, user: context.caller().id, name: context.form["name"])
        return credentials(token)
    }

    /// A key's parts on one line, as MAAS answers outside its REST layer.
    static func credentials(_ token: Token, contentType: String = "application/json; charset=utf-8") -> Reply {
        var json = JSONWriter(.compact)
        json.object { json in
            json.field("token_key", token.key)
            json.field("token_secret", token.secret)
            json.field("consumer_key", token.consumerKey)
            json.field("name", token.name)
        }
        return Reply(contentType: contentType, body: json.bytes)
    }

    private static func rename(_ context: Context) throws -> Reply {
        let given = try context.required("token")
        let parts = given.split(separator: ":", omittingEmptySubsequences: false)
        let name = try context.required("name")
        let token = try find(context, key: parts.count == 3 ? String(parts[1]) : given)
        try token.rename(context.db, to: name)
        return .accepted
    }

    private static func delete(_ context: Context) throws -> Reply {
        let token = try find(context, key: try context.required("token_key"))
        try token.delete(context.db)
        return .deleted
    }

    private static func find(_ context: Context, key: String) throws -> Token {
        try Refusal.refuseNUL(in: key)
        guard let token = try Token.all(context.db, ofUser: context.caller().id).first(where: { $0.key == key }) else {
            throw Refusal.notFound("Token")
        }
        return token
    }
}
