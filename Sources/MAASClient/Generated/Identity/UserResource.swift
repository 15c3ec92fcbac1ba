// Written by script/generate-client.py; change Description/operations.json instead.

/// One user, by name (MAAS: users/{username}/).
public struct UserResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension UserResource {
    /// Read a user (MAAS: `GET users/{username}/`).
    public func get() async throws -> User {
        try await connection.decode(APICall("GET", path))
    }

    /// Delete a user who owns nothing (MAAS: `DELETE users/{username}/`).
    /// - Parameter transferResourcesTo: the user who gets nodes, addresses and ranges.
    public func delete(transferResourcesTo: String? = nil) async throws {
        var params = Params()
        params.set("transfer_resources_to", transferResourcesTo)
        try await connection.perform(APICall("DELETE", path, query: params))
    }
}

extension Users {
    /// One user by name; nothing is asked of MAAS yet.
    public func user(_ username: String) -> UserResource {
        UserResource(connection: connection, path: "\(path)\(username.percentEncoded)/")
    }
}
