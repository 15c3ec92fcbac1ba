// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// Files that users keep in MAAS (MAAS: files/).
public struct Files: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Files {
    /// List files (MAAS: `GET files/`).
    /// - Parameter prefix: beginning of the names.
    public func list(prefix: String? = nil) async throws -> [StoredFile] {
        var params = Params()
        params.set("prefix", prefix)
        return try await connection.decode(APICall("GET", path, query: params))
    }

    /// Add a file (MAAS: `POST files/`).
    /// - Parameters:
    ///   - filename: name.
    ///   - file: contents.
    public func create(filename: String, file: Data) async throws {
        var params = Params()
        params.set("filename", filename)
        var call = APICall("POST", path, form: params, mayRetry: false)
        call.add("file", file: file)
        try await connection.perform(call)
    }

    /// Delete a file (MAAS: `DELETE files/`).
    /// - Parameter filename: name.
    public func delete(_ filename: String) async throws {
        var params = Params()
        params.set("filename", filename)
        try await connection.perform(APICall("DELETE", path, query: params))
    }

    /// Read a file by name (MAAS: `GET files/?op=get`).
    /// - Parameter filename: name.
    public func content(_ filename: String) async throws -> Data {
        var params = Params()
        params.set("filename", filename)
        return try await connection.data(APICall("GET", path, op: "get", query: params))
    }

    /// Read a file by its key (MAAS: `GET files/?op=get_by_key`).
    /// - Parameter key: key.
    public func contentByKey(_ key: String) async throws -> Data {
        var params = Params()
        params.set("key", key)
        return try await connection.data(APICall("GET", path, op: "get_by_key", query: params))
    }
}

extension MAASClient {
    /// Files that users keep in MAAS: `files/`.
    public var files: Files { Files(connection: connection, path: "files/") }
}
