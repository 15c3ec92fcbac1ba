// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation

/// Datastores of ESXi (MAAS: nodes/{system_id}/vmfs-datastores/).
public struct VMFSDatastores: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension VMFSDatastores {
    /// List datastores (MAAS: `GET nodes/{system_id}/vmfs-datastores/`).
    public func list() async throws -> [VMFSDatastore] {
        try await connection.decode(APICall("GET", path))
    }

    /// Make a datastore (MAAS: `POST nodes/{system_id}/vmfs-datastores/`).
    /// - Parameters:
    ///   - name: name.
    ///   - uuid: its UUID.
    ///   - blockDevices: ids or names of disks.
    ///   - partitions: ids or names of partitions.
    @discardableResult
    public func create(name: String, uuid: String? = nil, blockDevices: [String]? = nil, partitions: [String]? = nil)
        async throws -> VMFSDatastore
    {
        var params = Params()
        params.set("name", name)
        params.set("uuid", uuid)
        params.add("block_devices", each: blockDevices)
        params.add("partitions", each: partitions)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension NodeScoped {
    /// Its VMFS datastores: `nodes/{system_id}/vmfs-datastores/`.
    public var vmfsDatastores: VMFSDatastores {
        VMFSDatastores(connection: connection, path: "nodes/\(systemID.percentEncoded)/vmfs-datastores/")
    }
}
