// Written by script/generate-client.py; change Description/operations.json instead.

/// One notification, by id (MAAS: notifications/{id}/).
public struct NotificationResource: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension NotificationResource {
    /// Read a notification (MAAS: `GET notifications/{id}/`).
    public func get() async throws -> UserNotification {
        try await connection.decode(APICall("GET", path))
    }

    /// Change a notification (MAAS: `PUT notifications/{id}/`).
    @discardableResult
    public func update(_ parameters: NotificationUpdate = NotificationUpdate()) async throws -> UserNotification {
        try await connection.decode(APICall("PUT", path, form: parameters.params))
    }

    /// Delete a notification (MAAS: `DELETE notifications/{id}/`).
    public func delete() async throws {
        try await connection.perform(APICall("DELETE", path))
    }

    /// Not show a notification to the caller any more (MAAS: `POST notifications/{id}/?op=dismiss`).
    public func dismiss() async throws {
        try await connection.perform(APICall("POST", path, op: "dismiss", form: Params()))
    }
}

extension Notifications {
    /// One of them by its id; nothing is asked of MAAS yet.
    public func notification(_ id: Int) -> NotificationResource {
        NotificationResource(connection: connection, path: "\(path)\(id)/")
    }
}
