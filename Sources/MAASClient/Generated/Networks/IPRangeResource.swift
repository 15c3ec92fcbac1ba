// Written by script/generate-client.py; change Description/operations.json instead.

/// One range, by id (MAAS: ipranges/{id}/).
public struct IPRangeResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension IPRangeResource {
    /// Read an IP range (MAAS: `GET ipranges/{id}/`).
    public func get() async throws -> IPRange {
        try await connection.decode(APICall("GET", path))
    }

    /// Update an IP range (MAAS: `PUT ipranges/{id}/`).
    @discardableResult
    public func update(_ parameters: IPRangeUpdate = IPRangeUpdate()) async throws -> IPRange {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete an IP range (MAAS: `DELETE ipranges/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }
}

extension IPRanges {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func ipRange(_ id: Int) -> IPRangeResource {
        IPRangeResource(connection: connection, path: "\(path)\(id)/")
    }
}
