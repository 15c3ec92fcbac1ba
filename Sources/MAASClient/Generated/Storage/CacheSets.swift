// Written by script/generate-client.py; change Description/operations.json instead.

/// Caches that bcaches may use (MAAS: nodes/{system_id}/bcache-cache-sets/).
public struct CacheSets: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension CacheSets {
    /// List cache sets (MAAS: `GET nodes/{system_id}/bcache-cache-sets/`).
    public func list() async throws -> [CacheSet] {
        try await connection.decode(APICall("GET", path))
    }

    /// Make a cache set (MAAS: `POST nodes/{system_id}/bcache-cache-sets/`).
    /// - Parameters:
    ///   - cacheDevice: id or name of a disk.
    ///   - cachePartition: id or name of a partition.
    @discardableResult
    public func create(cacheDevice: String? = nil, cachePartition: String? = nil) async throws -> CacheSet {
        var params = Params()
        params.set("cache_device", cacheDevice)
        params.set("cache_partition", cachePartition)
        return try await connection.decode(APICall("POST", path, form: params, mayRetry: false))
    }
}

extension NodeScoped {
    /// Its cache sets: `nodes/{system_id}/bcache-cache-sets/`.
    public var cacheSets: CacheSets {
        CacheSets(connection: connection, path: "nodes/\(systemID.percentEncoded)/bcache-cache-sets/")
    }
}
