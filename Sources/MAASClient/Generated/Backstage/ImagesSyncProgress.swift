// Written by script/generate-client.py; change Description/operations.json instead.

/// How far racks are with images; between the parts of MAAS (MAAS: images-sync-progress/).
public struct ImagesSyncProgress: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension ImagesSyncProgress {
    /// List progress (MAAS: `GET images-sync-progress/`). Since MAAS 3.5.
    public func list() async throws -> JSONValue {
        try await connection.decode(APICall("GET", path))
    }

    /// Report progress (MAAS: `POST images-sync-progress/`). Since MAAS 3.5.
    @discardableResult
    public func create() async throws -> JSONValue {
        try await connection.decode(APICall("POST", path, form: Params(), mayRetry: false))
    }
}

extension MAASClient {
    /// Progress of racks with images, a matter between the parts of MAAS: `images-sync-progress/`.
    public var imagesSyncProgress: ImagesSyncProgress {
        ImagesSyncProgress(connection: connection, path: "images-sync-progress/")
    }
}
