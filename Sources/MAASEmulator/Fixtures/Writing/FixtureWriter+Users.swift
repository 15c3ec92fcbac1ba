import Formats
import MAASRegion
import SQLite

/// Who may log in.
extension FixtureWriter {
    func users() throws -> [JSONValue] {
        let tokens = Dictionary(
            grouping: try db.query("SELECT * FROM tokens ORDER BY id", row: Token.init), by: \.userID)
        let sshKeys = Dictionary(
            grouping: try db.query("SELECT * FROM ssh_keys ORDER BY id", row: SSHKey.init), by: \.userID)
        let sslKeys = Dictionary(
            grouping: try db.query("SELECT * FROM ssl_keys ORDER BY id", row: SSLKey.init), by: \.userID)
        return try db.query("SELECT * FROM users WHERE NOT is_system ORDER BY id") { row in
            let id: Int = try row["id"]
            let keys = tokens[id] ?? []
            // The first one is that of the environment file.
            let first = keys.first.flatMap { $0.name == Token.standardName ? $0 : nil }
            return .fixture([
                "username": try row["username"] as String, "email": (try row["email"] as String).unlessEmpty,
                "is_superuser": try row["is_superuser"] as Bool,
                "password": (try row["password"] as String).unlessEmpty, "api_key": first?.apiKey,
                "tokens": keys.filter { $0.id != first?.id }.map(token).unlessEmpty,
                "ssh_keys": sshKeys[id]?.map(\.key), "ssl_keys": sslKeys[id]?.map(\.key),
            ])
        }
    }

    private func token(_ token: Token) -> JSONValue { .fixture(["name": token.name, "api_key": token.apiKey]) }

    func userGroups() throws -> [JSONValue]? {
        let members = Dictionary(
            grouping: try db.query(
                "SELECT group_id, username FROM user_group_members JOIN users ON users.id = user_id ORDER BY users.id"
            ) { (group: try $0[0] as Int, name: try $0[1] as String) }, by: \.group)
        let entitlements = Dictionary(
            grouping: try db.query("SELECT * FROM user_group_entitlements ORDER BY rowid") { row in
                (
                    group: try row["group_id"] as Int,
                    entitlement: JSONValue.fixture([
                        "resource_type": try row["resource_type"] as String,
                        "resource_id": try row["resource_id"] as Int, "entitlement": try row["entitlement"] as String,
                    ])
                )
            }, by: \.group)
        return try UserGroup.all(db).map { group in
            .fixture([
                "id": group.id, "name": group.name, "description": group.description.unlessEmpty,
                "members": (members[group.id] ?? []).map(\.name),
                "entitlements": (entitlements[group.id] ?? []).map(\.entitlement),
            ])
        }.unlessEmpty
    }
}
