// Written by script/generate-client.py; change Description/operations.json instead.

/// How far one controller is with one file; between the parts of MAAS (MAAS:
/// images-sync-progress/{file_id}/{system_id}/).
public struct ImageSyncProgressResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension ImageSyncProgressResource {
    /// Read progress (MAAS: `GET images-sync-progress/{file_id}/{system_id}/`). Since MAAS 3.5.
    public func get() async throws -> JSONValue {
        try await connection.decode(APICall("GET", path))
    }

    /// Report progress (MAAS: `PUT images-sync-progress/{file_id}/{system_id}/`). Since MAAS 3.5.
    @discardableResult
    public func update() async throws -> JSONValue {
        try await connection.decode(APICall("PUT", path, form: Params()))
    }
}

extension ImagesSyncProgress {
    /// Of one file on one controller; nothing is asked of MAAS yet.
    public func progress(file id: Int, on systemID: String) -> ImageSyncProgressResource {
        ImageSyncProgressResource(connection: connection, path: "\(path)\(id)/\(systemID.percentEncoded)/")
    }
}
