// Written by script/generate-client.py; change Description/operations.json instead.

/// What is taken from a source (MAAS: boot-sources/{boot_source_id}/selections/).
public struct BootSourceSelections: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension BootSourceSelections {
    /// List selections (MAAS: `GET boot-sources/{boot_source_id}/selections/`).
    public func list() async throws -> [BootSourceSelection] {
        try await connection.decode(APICall("GET", path))
    }

    /// Select images (MAAS: `POST boot-sources/{boot_source_id}/selections/`).
    @discardableResult
    public func create(_ parameters: BootSourceSelectionCreation = BootSourceSelectionCreation()) async throws
        -> BootSourceSelection
    {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension BootSourceResource {
    /// What is taken from it.
    public var selections: BootSourceSelections {
        BootSourceSelections(connection: connection, path: "\(path)selections/")
    }
}
