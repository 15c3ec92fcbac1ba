// Written by script/generate-client.py; change Description/operations.json instead.

/// What happened to nodes (MAAS: events/).
public struct Events: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Events {
    /// Events of nodes, newest first (MAAS: `GET events/?op=query`).
    public func query(_ parameters: EventFilter = EventFilter()) async throws -> EventPage {
        try await connection.decode(APICall("GET", path, op: "query", query: parameters.params))
    }
}

extension MAASClient {
    /// What happened to nodes: `events/`.
    public var events: Events { Events(connection: connection, path: "events/") }
}
