// Written by script/generate-client.py; change Description/operations.json instead.

/// Ranges of addresses that are kept for something (MAAS: ipranges/).
public struct IPRanges: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension IPRanges {
    /// List IP ranges (MAAS: `GET ipranges/`).
    public func list() async throws -> [IPRange] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create an IP range (MAAS: `POST ipranges/`).
    @discardableResult
    public func create(_ parameters: IPRangeCreation) async throws -> IPRange {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension MAASClient {
    /// Dynamic and reserved ranges: `ipranges/`.
    public var ipRanges: IPRanges { IPRanges(connection: connection, path: "ipranges/") }
}
