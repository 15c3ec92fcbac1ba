// Written by script/generate-client.py; change Description/operations.json instead.

/// Notes that users see (MAAS: notifications/).
public struct Notifications: Sendable {
    /// What its calls are sent by.
    public let connection: APIConnection
    let path: String
}

extension Notifications {
    /// List the caller's notifications (MAAS: `GET notifications/`).
    public func list() async throws -> [UserNotification] {
        try await connection.decode(APICall("GET", path))
    }

    /// Create a notification (MAAS: `POST notifications/`).
    @discardableResult
    public func create(_ parameters: NotificationCreation) async throws -> UserNotification {
        try await connection.decode(APICall("POST", path, form: parameters.params, mayRetry: false))
    }
}

extension MAASClient {
    /// Notes that users see: `notifications/`.
    public var notifications: Notifications { Notifications(connection: connection, path: "notifications/") }
}
