// Written by script/generate-client.py; change Description/operations.json instead.

/// One cache set, by id (MAAS: nodes/{system_id}/bcache-cache-set/{id}/).
public struct CacheSetResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension CacheSetResource {
    /// Read a cache set (MAAS: `GET nodes/{system_id}/bcache-cache-set/{id}/`).
    public func get() async throws -> CacheSet {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a cache set (MAAS: `PUT nodes/{system_id}/bcache-cache-set/{id}/`).
    /// - Parameters:
    ///   - cacheDevice: id or name of a disk.
    ///   - cachePartition: id or name of a partition.
    @discardableResult
    public func update(cacheDevice: String? = nil, cachePartition: String? = nil) async throws -> CacheSet {
        var params = Params()
        params.set("cache_device", cacheDevice)
        params.set("cache_partition", cachePartition)
        return try await connection.decode(APICall("PUT", path, form: params))
    }

    /// Delete a cache set (MAAS: `DELETE nodes/{system_id}/bcache-cache-set/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension CacheSets {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func cacheSet(_ id: Int) -> CacheSetResource {
        CacheSetResource(connection: connection, path: "\(path.dropLast(2))/\(id)/")
    }
}
