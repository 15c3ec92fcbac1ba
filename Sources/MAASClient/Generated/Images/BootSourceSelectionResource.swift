// Written by script/generate-client.py; change Description/operations.json instead.

/// One selection, by id (MAAS: boot-sources/{boot_source_id}/selections/{id}/).
public struct BootSourceSelectionResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension BootSourceSelectionResource {
    /// Read a selection (MAAS: `GET boot-sources/{boot_source_id}/selections/{id}/`).
    public func get() async throws -> BootSourceSelection {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a selection (MAAS: `PUT boot-sources/{boot_source_id}/selections/{id}/`).
    @discardableResult
    public func update(_ parameters: BootSourceSelectionUpdate = BootSourceSelectionUpdate()) async throws
        -> BootSourceSelection
    {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a selection (MAAS: `DELETE boot-sources/{boot_source_id}/selections/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension BootSourceSelections {
    /// One selection by its id; nothing is asked of MAAS yet.
    public func selection(_ id: Int) -> BootSourceSelectionResource {
        BootSourceSelectionResource(connection: connection, path: "\(path)\(id)/")
    }
}
