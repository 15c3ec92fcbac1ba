// Written by script/generate-client.py; change Description/operations.json instead.

/// Archives that machines install packages from (MAAS: package-repositories/).
public struct PackageRepositories: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension PackageRepositories {
    /// List package repositories (MAAS: `GET package-repositories/`).
    public func list() async throws -> [PackageRepository] {
        try await connection.decode(APICall("GET", path))
    }

    /// Add a repository (MAAS: `POST package-repositories/`).
    @discardableResult
    public func create(_ parameters: PackageRepositoryCreation) async throws -> PackageRepository {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension MAASClient {
    /// Archives of packages: `package-repositories/`.
    public var packageRepositories: PackageRepositories {
        PackageRepositories(connection: connection, path: "package-repositories/")
    }
}
