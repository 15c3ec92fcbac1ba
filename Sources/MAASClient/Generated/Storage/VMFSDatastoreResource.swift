// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// One datastore, by id (MAAS: nodes/{system_id}/vmfs-datastore/{id}/).
public struct VMFSDatastoreResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VMFSDatastoreResource {
    /// Read a datastore (MAAS: `GET nodes/{system_id}/vmfs-datastore/{id}/`).
    public func get() async throws -> VMFSDatastore {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a datastore (MAAS: `PUT nodes/{system_id}/vmfs-datastore/{id}/`).
    @discardableResult
    public func update(_ parameters: VMFSDatastoreUpdate = VMFSDatastoreUpdate()) async throws -> VMFSDatastore {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a datastore (MAAS: `DELETE nodes/{system_id}/vmfs-datastore/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension VMFSDatastores {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func vmfsDatastore(_ id: Int) -> VMFSDatastoreResource {
        VMFSDatastoreResource(connection: connection, path: "\(path.dropLast(2))/\(id)/")
    }
}
