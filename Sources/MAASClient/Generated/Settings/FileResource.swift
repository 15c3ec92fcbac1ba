// Written by script/generate-client.py; change Description/operations.json instead.

/// One file, by name (MAAS: files/{filename}/).
public struct FileResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension FileResource {
    /// Read a file (MAAS: `GET files/{filename}/`).
    public func get() async throws -> StoredFile {
        try await connection.decode(APICall("GET", path))
    }

    /// Delete a file (MAAS: `DELETE files/{filename}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension Files {
    /// One file by its name; nothing is asked of MAAS yet.
    public func file(_ filename: String) -> FileResource {
        FileResource(connection: connection, path: "\(path)\(filename.percentEncoded)/")
    }
}
