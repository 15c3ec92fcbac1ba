import HTTPClient

/// What carries requests: libcurl in programs, a `StubTransport` in tests, or anything else that can.
public protocol Transport: Sendable {
    /// Sends a request and waits for the whole answer, whatever its status. Cancelling the task ends it.
    /// - Throws: `HTTPClientError` when no answer came, `.cancelled` when the task was cancelled.
    func send(_ request: HTTPClient.Request) async throws -> HTTPClient.Response
}

extension HTTPClient: Transport {}
