// Written by script/generate-client.py; change Description/operations.json instead.

/// Images that machines boot and are deployed with (MAAS: boot-resources/).
public struct BootResources: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension BootResources {
    /// List images (MAAS: `GET boot-resources/`).
    /// - Parameter type: all, synced or uploaded.
    public func list(type: String? = nil) async throws -> [BootResource] {
        var params = Params()
        params.set("type", type)
        return try await connection.decode(APICall("GET", path, query: params))
    }

    /// Upload an image (MAAS: `POST boot-resources/`).
    @discardableResult
    public func create(_ parameters: BootResourceCreation) async throws -> BootResource {
        var call = APICall("POST", path, form: parameters.params, mayRetry: false)
        call.files = parameters.files
        return try await connection.decode(call)
    }

    /// Whether images are being downloaded (MAAS: `GET boot-resources/?op=is_importing`).
    public func isImporting() async throws -> Bool {
        try await connection.decode(APICall("GET", path, op: "is_importing"))
    }

    /// Download images (MAAS: `POST boot-resources/?op=import`).
    public func importImages() async throws {
        try await connection.perform(APICall("POST", path, op: "import", form: Params(), mayRetry: false))
    }

    /// Stop downloading images (MAAS: `POST boot-resources/?op=stop_import`).
    public func stopImport() async throws {
        try await connection.perform(APICall("POST", path, op: "stop_import", form: Params()))
    }
}

extension MAASClient {
    /// Images: `boot-resources/`.
    public var bootResources: BootResources { BootResources(connection: connection, path: "boot-resources/") }
}
