// Written by script/generate-client.py; change Description/operations.json instead.

/// One repository, by id (MAAS: package-repositories/{id}/).
public struct PackageRepositoryResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension PackageRepositoryResource {
    /// Read a package repository (MAAS: `GET package-repositories/{id}/`).
    public func get() async throws -> PackageRepository {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a repository (MAAS: `PUT package-repositories/{id}/`).
    @discardableResult
    public func update(_ parameters: PackageRepositoryUpdate = PackageRepositoryUpdate()) async throws
        -> PackageRepository
    {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a repository (MAAS: `DELETE package-repositories/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension PackageRepositories {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func packageRepository(_ id: Int) -> PackageRepositoryResource {
        PackageRepositoryResource(connection: connection, path: "\(path)\(id)/")
    }
}

extension PackageRepositories {
    /// One of them by its name.
    public func packageRepository(named name: String) -> PackageRepositoryResource {
        PackageRepositoryResource(connection: connection, path: "\(path)\(name.percentEncoded)/")
    }
}
