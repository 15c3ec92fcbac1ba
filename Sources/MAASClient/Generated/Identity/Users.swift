// Written by script/generate-client.py; change Description/operations.json instead.

/// The users of a region (MAAS: users/).
public struct Users: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Users {
    /// List users (MAAS: `GET users/`).
    public func list() async throws -> [User] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a user (MAAS: `POST users/`).
    @discardableResult
    public func create(_ parameters: UserCreation) async throws -> User {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }

    /// The logged-in user (MAAS: `GET users/?op=whoami`).
    public func whoami() async throws -> User {
        try await connection.decode(APICall("GET", path, op: "whoami"))
    }
}

extension MAASClient {
    /// Users: `users/`.
    public var users: Users { Users(connection: connection, path: "users/") }
}
