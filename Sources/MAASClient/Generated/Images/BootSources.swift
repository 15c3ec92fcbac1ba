// Written by script/generate-client.py; change Description/operations.json instead.

/// Where images come from (MAAS: boot-sources/).
public struct BootSources: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension BootSources {
    /// List sources (MAAS: `GET boot-sources/`).
    public func list() async throws -> [BootSource] {
        try await connection.decode(APICall("GET", path))
    }

    /// Add a source (MAAS: `POST boot-sources/`).
    @discardableResult
    public func create(_ parameters: BootSourceCreation) async throws -> BootSource {
        var call = APICall("POST", path, form: parameters.params, mayRetry: false)
        call.files = parameters.files
        return try await connection.decode(call)
    }
}

extension MAASClient {
    /// Where images come from: `boot-sources/`. Administrators only.
    public var bootSources: BootSources { BootSources(connection: connection, path: "boot-sources/") }
}
