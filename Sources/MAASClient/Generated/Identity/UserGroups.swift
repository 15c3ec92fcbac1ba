// Written by script/generate-client.py; change Description/operations.json instead.

/// Groups of users (MAAS: groups/).
public struct UserGroups: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension UserGroups {
    /// List groups (MAAS: `GET groups/`). Since MAAS 3.8.
    public func list() async throws -> [UserGroup] {
        try await connection.decode(APICall("GET", path))
    }

    /// Add a group (MAAS: `POST groups/`). Since MAAS 3.8.
    /// - Parameters:
    ///   - name: name, unique.
    ///   - description: A line about it.
    @discardableResult
    public func create(name: String, description: String? = nil) async throws -> UserGroup {
        var params = Params()
        params.set("name", name)
        params.set("description", description)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension MAASClient {
    /// Groups of users, since MAAS 3.8: `groups/`. Administrators only.
    public var userGroups: UserGroups { UserGroups(connection: connection, path: "groups/") }
}
